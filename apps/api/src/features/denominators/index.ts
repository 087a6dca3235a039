export { readDenominators, recordDenominators } from './denominators.service.ts'
export { exportDenominators, importDenominators } from './import-denominators.ts'
