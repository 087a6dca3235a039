import { dayAtInstant } from '@tien-do/domain/day'
import { daysLeft } from '@tien-do/domain/deadline'
import {
  ALLOWANCE_KINDS,
  dueDays,
  holds,
  PERIOD_STATES,
  type PeriodDates,
  periodActionsIn,
} from '@tien-do/domain/period'
import { ACTIONS, type Actor, allowedAmong } from '@tien-do/domain/permission'
import { type Static, Type } from 'typebox'
import { etagOf } from '../../http/etag.ts'
import {
  Code,
  DayText,
  EtagText,
  Id,
  InstantText,
  list,
  Name,
  nullable,
  oneOf,
  PlanParams,
  ref,
  Text,
  Whole,
} from '../../http/shapes.ts'
import type { PlanInForce } from '../plans/index.ts'
import type { AllowanceRow, PeriodRow } from './periods.repo.ts'

const Year = Type.Integer({ minimum: 1900, maximum: 2199, format: 'int32' })
export const Reason = Type.String({ minLength: 3, maxLength: 1_000, pattern: '^[^\\u0000]*$' })

export const PeriodParams = Type.Object({ ...PlanParams.properties, year: Year })
export const AllowanceParams = Type.Object({ ...PeriodParams.properties, id: Id })

export const NewPeriod = Type.Object(
  {
    year: Year,
    dataCutOff: Type.Optional({
      ...DayText,
      description: 'The day the figures describe; the plan’s where left out',
    }),
    departmentsBefore: Type.Optional({
      ...DayText,
      description: 'The first day that is too late; the plan’s where left out',
    }),
    wardBefore: Type.Optional({
      ...DayText,
      description: 'The first day that is too late; the plan’s where left out',
    }),
    reminders: Type.Optional(
      Type.Array(Type.Integer({ minimum: 0, maximum: 60, format: 'int32' }), {
        maxItems: 20,
        uniqueItems: true,
        description: 'Working days before the last day; 0 is the day itself; the plan’s where left out',
      }),
    ),
  },
  { $id: 'NewPeriod', additionalProperties: false, examples: [{ year: 2026 }] },
)
export type NewPeriod = Static<typeof NewPeriod>

export const PeriodProposal = Type.Object(
  {
    year: Year,
    dataCutOff: DayText,
    /** Exclusive: the first day that is too late. */
    departmentsBefore: DayText,
    wardBefore: DayText,
    reminders: Type.Array(Whole, { maxItems: 100 }),
  },
  {
    $id: 'PeriodProposal',
    additionalProperties: false,
    examples: [
      {
        year: 2027,
        dataCutOff: '2027-11-14',
        departmentsBefore: '2027-12-01',
        wardBefore: '2027-12-05',
        reminders: [7, 3, 1, 0],
      },
    ],
  },
)

export function proposalToWire({
  year,
  dataCutOff,
  departmentsDueAt,
  wardDueAt,
  reminders,
}: PeriodDates): Static<typeof PeriodProposal> {
  return {
    ...{ year, dataCutOff, reminders: [...reminders] },
    departmentsBefore: dayAtInstant(departmentsDueAt),
    wardBefore: dayAtInstant(wardDueAt),
  }
}

export const Reopening = Type.Object(
  { reason: Reason },
  {
    $id: 'Reopening',
    additionalProperties: false,
    examples: [{ reason: 'Cấp trên yêu cầu bổ sung số liệu' }],
  },
)

export const NewAllowance = Type.Object(
  {
    kind: oneOf(ALLOWANCE_KINDS),
    department: Code,
    reason: Reason,
    lastDay: Type.Optional({ ...DayText, description: 'To the end of this day; an exemption has none' }),
  },
  {
    $id: 'NewAllowance',
    additionalProperties: false,
    examples: [
      {
        kind: 'extension',
        department: 'CA',
        reason: 'Chờ số liệu của Công an thành phố',
        lastDay: '2026-12-02',
      },
    ],
  },
)
export type NewAllowance = Static<typeof NewAllowance>

export const PeriodAllowance = Type.Object(
  {
    id: Id,
    kind: oneOf(ALLOWANCE_KINDS),
    department: Code,
    reason: Text,
    until: nullable({ ...InstantText, description: 'Exclusive; null for an exemption' }),
    lastDay: nullable(DayText),
    /** Whether it still counts. */
    holds: Type.Boolean(),
    allowedBy: Name,
    allowedAt: InstantText,
  },
  {
    $id: 'PeriodAllowance',
    additionalProperties: false,
    examples: [
      {
        id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293',
        kind: 'extension',
        department: 'CA',
        reason: 'Chờ số liệu của Công an thành phố',
        until: '2026-12-02T17:00:00.000Z',
        lastDay: '2026-12-02',
        holds: true,
        allowedBy: 'Trần Thị Hoa',
        allowedAt: '2026-11-28T02:00:00.000Z',
      },
    ],
  },
)

export const PeriodDue = Type.Object(
  {
    dueAt: { ...InstantText, description: 'Exclusive: the first instant that is late' },
    lastDay: DayText,
    lastWorkingDay: DayText,
    daysLeft: Whole,
  },
  {
    $id: 'PeriodDue',
    additionalProperties: false,
    examples: [
      {
        dueAt: '2026-11-30T17:00:00.000Z',
        lastDay: '2026-11-30',
        lastWorkingDay: '2026-11-30',
        daysLeft: 8,
      },
    ],
  },
)

export const Period = Type.Object(
  {
    year: Year,
    state: oneOf(PERIOD_STATES),
    dataCutOff: DayText,
    departments: ref(PeriodDue),
    ward: ref(PeriodDue),
    reminders: Type.Array(Whole, {
      maxItems: 100,
      description: 'Working days before the departments’ last day',
    }),
    openedBy: Name,
    openedAt: InstantText,
    closedAt: nullable(InstantText),
    lockedAt: nullable(InstantText),
    reopenedAt: nullable(InstantText),
    reopenedBecause: nullable(Text),
    allowances: Type.Array(ref(PeriodAllowance), { maxItems: 2_000 }),
    etag: EtagText,
    allowedActions: Type.Array(oneOf(ACTIONS), { maxItems: 20 }),
  },
  {
    $id: 'Period',
    additionalProperties: false,
    examples: [
      {
        year: 2026,
        state: 'open',
        dataCutOff: '2026-11-14',
        departments: {
          dueAt: '2026-11-30T17:00:00.000Z',
          lastDay: '2026-11-30',
          lastWorkingDay: '2026-11-30',
          daysLeft: 8,
        },
        ward: {
          dueAt: '2026-12-04T17:00:00.000Z',
          lastDay: '2026-12-04',
          lastWorkingDay: '2026-12-04',
          daysLeft: 12,
        },
        reminders: [7, 3, 1, 0],
        openedBy: 'Trần Thị Hoa',
        openedAt: '2026-01-05T02:00:00.000Z',
        closedAt: null,
        lockedAt: null,
        reopenedAt: null,
        reopenedBecause: null,
        allowances: [],
        etag: '"1"',
        allowedActions: ['period.close', 'period.allow'],
      },
    ],
  },
)

export const PeriodList = list(Period, 'PeriodList')

const instant = (text: string) => new Date(text).toISOString()
const instantOrNull = (text: string | null) => text && instant(text)

/** The period as the contract shows it, with what this caller may do with it now. */
export function toWire(row: PeriodRow, plan: PlanInForce, actor: Actor, now: number): Static<typeof Period> {
  const due = (dueAt: number) => ({
    dueAt: new Date(dueAt).toISOString(),
    ...dueDays(dueAt, plan.plan.holidays),
    daysLeft: daysLeft(now, dueAt),
  })
  return {
    year: row.year,
    state: row.state,
    dataCutOff: row.dataCutOff,
    departments: due(row.departmentsDueAt),
    ward: due(row.wardDueAt),
    reminders: [...row.reminders],
    openedBy: row.openedByName,
    openedAt: instant(row.openedAt),
    closedAt: instantOrNull(row.closedAt),
    lockedAt: instantOrNull(row.lockedAt),
    reopenedAt: instantOrNull(row.reopenedAt),
    reopenedBecause: row.reopenedBecause,
    allowances: row.allowed.map((each) => allowanceToWire(each, now)),
    etag: etagOf(row.version),
    allowedActions: allowedAmong(actor, periodActionsIn(row.state), { plan: plan.code, department: null }),
  }
}

function allowanceToWire(row: AllowanceRow, now: number): Static<typeof PeriodAllowance> {
  return {
    id: row.id,
    kind: row.kind,
    department: row.department,
    reason: row.reason,
    until: row.until === null ? null : new Date(row.until).toISOString(),
    lastDay: row.until === null ? null : dueDays(row.until, []).lastDay,
    holds: holds(row, now),
    allowedBy: row.allowedBy,
    allowedAt: instant(row.allowedAt),
  }
}
