// What other features may ask of periods.

export { closePeriod, lockPeriod } from './move-period.ts'
export { openPeriod } from './open-period.ts'
export { listPeriodRows, type PeriodRow } from './periods.repo.ts'
export { PeriodParams, Reason } from './periods.schema.ts'
export {
  findPeriodOfYear,
  periodLocks,
  periodOfYear,
  refuseDeciding,
  refuseWriting,
} from './periods.service.ts'
