// What other features may ask of figures, and do with them.

export { listFiguresInForce } from './measurements.repo.ts'
export { moveMeasurements } from './move-measurements.ts'
export type { NewCell } from './save-measurements.schema.ts'
export { saveMeasurements } from './save-measurements.ts'
