// What other features may ask of periods.

export { periodLocks, refuseDeciding, refuseWriting } from './periods.service.ts'
