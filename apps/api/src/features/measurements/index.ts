export { listFiguresInForce } from './measurements.repo.ts'
