export { exportAreas, importAreas } from './import-areas.ts'
