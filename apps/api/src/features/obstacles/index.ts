// What other features may ask of obstacles.

export { exportObstacles, importObstacles } from './import-obstacles.ts'
export {
  consolidateObstacle,
  decideObstacle,
  mergeObstacle,
  referObstacle,
  resolveObstacle,
  returnObstacle,
  submitObstacle,
} from './move-obstacle.ts'
export { listObstacleRows, type ObstacleRow } from './obstacles.repo.ts'
export { listObstaclesOfYear } from './obstacles-of-year.ts'
export { raiseObstacle } from './raise-obstacle.ts'
