// What others may ask of obstacles.
export { listObstacleRows } from './obstacles.repo.ts'
