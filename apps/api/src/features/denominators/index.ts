export { readDenominators, recordDenominators } from './denominators.service.ts'
export { importDenominators } from './import-denominators.ts'
