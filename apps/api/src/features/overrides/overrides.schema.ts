import type { Day } from '@tien-do/domain/day'
import { overrideHolds } from '@tien-do/domain/progress'
import { INDICATOR_STATUSES } from '@tien-do/domain/status'
import { type Static, Type } from 'typebox'
import {
  Code,
  DayText,
  Id,
  InstantText,
  list,
  Name,
  nullable,
  oneOf,
  PlanParams,
  Text,
} from '../../http/shapes.ts'
import type { OverrideRow } from './overrides.repo.ts'

export const NewStatusOverride = Type.Object(
  {
    status: oneOf(INDICATOR_STATUSES),
    reason: Type.String({ minLength: 3, maxLength: 1_000, pattern: '^[^\\u0000]*$' }),
    /** The last day on which it holds. */
    until: DayText,
  },
  {
    $id: 'NewStatusOverride',
    additionalProperties: false,
    examples: [
      {
        status: 'on_track',
        reason: 'Doanh nghiệp đã ký hợp đồng kéo cáp cho 3 tổ còn lại trong tháng 12',
        until: '2026-12-31',
      },
    ],
  },
)
export type NewOverride = Static<typeof NewStatusOverride>

export const StatusOverride = Type.Object(
  {
    id: Id,
    indicator: Code,
    status: oneOf(INDICATOR_STATUSES),
    reason: Text,
    by: Name,
    at: InstantText,
    from: DayText,
    until: DayText,
    /** Ended early: from this day on it does not hold. */
    endedOn: nullable(DayText),
    endedBy: nullable(Name),
    /** Whether it holds today. */
    holds: Type.Boolean(),
  },
  {
    $id: 'StatusOverride',
    additionalProperties: false,
    examples: [
      {
        id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718295',
        indicator: 'FB-02',
        status: 'on_track',
        reason: 'Doanh nghiệp đã ký hợp đồng kéo cáp cho 3 tổ còn lại trong tháng 12',
        by: 'Lê Minh Tâm',
        at: '2026-11-22T02:00:00.000Z',
        from: '2026-11-22',
        until: '2026-12-31',
        endedOn: null,
        endedBy: null,
        holds: true,
      },
    ],
  },
)

export const StatusOverrideList = list(StatusOverride, 'StatusOverrideList')

export const OverridesParams = Type.Object({ ...PlanParams.properties, code: Code })
export const OverrideParams = Type.Object({ ...OverridesParams.properties, id: Id })

export function toWire(row: OverrideRow, today: Day): Static<typeof StatusOverride> {
  return {
    id: row.id,
    indicator: row.indicatorCode,
    status: row.status,
    reason: row.reason,
    by: row.byName,
    at: new Date(row.at).toISOString(),
    from: row.from,
    until: row.until,
    endedOn: row.endedOn,
    endedBy: row.endedByName,
    holds: overrideHolds(row, today),
  }
}
