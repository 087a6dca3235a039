export { listFiguresInForce } from './measurements.repo.ts'
export { saveMeasurements } from './save-measurements.ts'
