export { readDenominators, recordDenominators } from './denominators.service.ts'
