// What other features may ask of obstacles.
export { listObstacleRows } from './obstacles.repo.ts'
