// The door: what other features may show of obstacles.

export { ObstacleCard } from './obstacle-card.tsx'
export { STATE } from './obstacle-words.ts'
export { ObstaclesOf } from './obstacles-of.tsx'
export { obstaclesQuery } from './queries.ts'
export { RaiseObstacle } from './raise-obstacle.tsx'
