export { importMeasurements } from './imports.service.ts'
