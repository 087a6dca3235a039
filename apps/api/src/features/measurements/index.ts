// What other features may ask of figures, and do with them.

export { getEntryForm } from './entry-form.ts'
export { judgeSubmitted } from './judge-submitted.ts'
export { listFiguresInForce } from './measurements.repo.ts'
export { measurementEtag } from './measurements.schema.ts'
export { moveMeasurements } from './move-measurements.ts'
export type { NewCell } from './save-measurements.schema.ts'
export { saveMeasurements } from './save-measurements.ts'
