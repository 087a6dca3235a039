// The year of a plan file: deadlines and their routes, the cycle, funding, thresholds, days off.

import {
  AFTER_DEADLINE,
  DEADLINE_RULES,
  HOLIDAY_KINDS,
  type PlanCycle,
  type PlanDeadline,
  type PlanFundingSource,
  type PlanHoliday,
  type PlanThresholds,
} from './plan.ts'
import {
  boolean,
  code,
  codeOrAll,
  day,
  integer,
  list,
  monthDay,
  nullable,
  number,
  object,
  oneOf,
  type Read,
  since,
  text,
} from './plan-file-reader.ts'

const share = number({ min: 0, max: 1 })
const points = number({ min: 0 })
const days = integer({ min: 0 })

export const readDeadline: Read<PlanDeadline> = object({
  code,
  name: text,
  rule: oneOf(DEADLINE_RULES),
  before: nullable(monthDay),
  text,
  sender: nullable(codeOrAll),
  via: nullable(code),
  routes: list(object({ recipient: code, validFrom: nullable(day), validTo: nullable(day) })),
})

export const readCycle: Read<PlanCycle> = object({
  dataCutOff: monthDay,
  departmentDeadline: code,
  wardDeadline: code,
  remindersWorkingDaysBefore: list(days),
  remindersAfterDeadline: since('daily', oneOf(AFTER_DEADLINE)),
  remindersQuietOnDaysOff: since(true, boolean),
})

export const readFundingSource: Read<PlanFundingSource> = object({ code, name: text, text })

export const readThresholds: Read<PlanThresholds> = object({
  onTrackPace: share,
  atRiskPace: share,
  regressionPoints: points,
  slipPoints: points,
  earlyShare: share,
  earlyPoints: points,
  forecastMinDays: days,
  forecastPoints: integer({ min: 2 }),
  verdictDaysBefore: days,
  verdictDaysAfter: days,
  coverageForPercent: share,
  dueSoonDays: days,
})

export const readHoliday: Read<PlanHoliday> = object({ on: day, kind: oneOf(HOLIDAY_KINDS), name: text })
