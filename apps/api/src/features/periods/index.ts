// What other features may ask of periods.

export type { PeriodRow } from './periods.repo.ts'
export { PeriodParams, Reason } from './periods.schema.ts'
export { periodLocks, periodOfYear, refuseDeciding, refuseWriting } from './periods.service.ts'
