export { denominatorsOn, recordDenominators } from './denominators.service.ts'
