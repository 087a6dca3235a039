export { getEntryForm } from './entry-form.ts'
export { listFiguresInForce } from './measurements.repo.ts'
export { measurementEtag } from './measurements.schema.ts'
export { saveMeasurements } from './save-measurements.ts'
