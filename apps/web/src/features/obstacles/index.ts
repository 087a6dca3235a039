// The door: what other features may show of obstacles.

export { ObstaclesOf } from './obstacles-of.tsx'
