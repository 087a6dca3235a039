import { CELL_KINDS, cellKind } from '@tien-do/domain/cell-kind'
import type { Day } from '@tien-do/domain/day'
import { type Static, Type } from 'typebox'
import { Code, Count, exampleOf, nullable, oneOf, ref, Text, Whole } from '../../http/shapes.ts'
import { DepartmentRef, departmentRef } from '../departments/index.ts'
import type { PlanInForce } from '../plans/index.ts'
import type { WaitingFigure } from './approval-queue.ts'
import { Last, lastToWire } from './entry-form.schema.ts'
import { Measurement, toWire } from './measurements.schema.ts'
import type { Showing } from './showing.ts'

export const ApprovalQueue = Type.Object(
  {
    /** All that wait; of a very long queue only the first are shown. */
    total: Count,
    items: Type.Array(
      Type.Object({
        indicator: Type.Object({
          code: Code,
          name: Text,
          nameEn: Text,
          unit: Text,
          decimals: Whole,
          kind: oneOf(CELL_KINDS),
        }),
        area: nullable(Type.Object({ code: Code, name: Text })),
        owner: nullable(ref(DepartmentRef)),
        measurement: ref(Measurement),
        /** The approved figure that this one would replace. */
        inForce: nullable(ref(Measurement)),
        last: nullable(Last),
      }),
      { maxItems: 500 },
    ),
  },
  {
    $id: 'ApprovalQueue',
    additionalProperties: false,
    examples: [
      {
        total: 1,
        items: [
          {
            indicator: {
              code: 'FB-02',
              name: 'Hộ có Internet cáp quang',
              nameEn: 'Households with fixed fibre Internet',
              unit: '%',
              decimals: 1,
              kind: 'pair',
            },
            area: { code: 'TDP-05', name: 'Tổ dân phố 5' },
            owner: exampleOf(DepartmentRef)[0] ?? null,
            measurement: exampleOf(Measurement)[0],
            inForce: null,
            last: {
              on: '2025-11-30',
              numerator: 198,
              denominator: 258,
              value: null,
              qualitative: null,
              notApplicable: false,
            },
          },
        ],
      },
    ],
  },
)

export const ApprovalQueueQuery = Type.Object(
  {
    year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2199, format: 'int32' })),
    department: Type.Optional(Code),
    indicator: Type.Optional(Code),
  },
  { additionalProperties: false },
)

export function queueToWire(
  plan: PlanInForce,
  { items, total, to }: { items: readonly WaitingFigure[]; total: number; to: Showing },
  today: Day,
): Static<typeof ApprovalQueue> {
  return {
    total,
    items: items.map(({ indicator, area, row, inForce, last }) => {
      const { code, name, nameEn, unit, decimals } = indicator
      const owner = plan.plan.departments.find((each) => each.code === indicator.owner)
      return {
        indicator: { code, name, nameEn, unit, decimals, kind: cellKind(indicator) },
        area,
        owner: owner ? departmentRef(owner, today) : null,
        measurement: toWire(row, to),
        inForce: inForce && toWire(inForce, to),
        last: last && lastToWire(last),
      }
    }),
  }
}
