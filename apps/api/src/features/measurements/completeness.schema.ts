import { areaNameOn } from '@tien-do/domain/areas-on'
import { CELL_KINDS, cellKind } from '@tien-do/domain/cell-kind'
import { CELL_STATES, type CellState, countCells, isOpen, type OwedCell } from '@tien-do/domain/completeness'
import type { Day } from '@tien-do/domain/day'
import { type Static, Type } from 'typebox'
import { Code, DayText, nullable, oneOf, ref, Text, Whole } from '../../http/shapes.ts'
import { DepartmentRef, departmentRef } from '../departments/index.ts'
import type { Completeness as Reading } from './completeness.ts'

const Counts = Type.Object({
  expected: Whole,
  ...(Object.fromEntries(CELL_STATES.map((state) => [state, Whole])) as Record<CellState, typeof Whole>),
})

export const Completeness = Type.Object(
  {
    year: Whole,
    total: Counts,
    departments: Type.Array(
      Type.Object({
        /** Null: indicators that nobody owns. */
        department: nullable(ref(DepartmentRef)),
        lastDay: nullable(DayText),
        /** Why it owes nothing this year. */
        exempt: nullable(Text),
        counts: Counts,
        /** Those that it still has something to do with. */
        open: Type.Array(Code, { maxItems: 2_000 }),
      }),
      { maxItems: 2_000 },
    ),
    indicators: Type.Array(
      Type.Object({
        code: Code,
        name: Text,
        nameEn: Text,
        group: Code,
        kind: oneOf(CELL_KINDS),
        owner: nullable(Code),
        counts: Counts,
        /** The areas whose cell is empty, a draft, or came back. */
        open: Type.Array(Type.Object({ area: nullable(Code), state: oneOf(CELL_STATES) }), {
          maxItems: 2_000,
        }),
      }),
      { maxItems: 2_000 },
    ),
    areas: Type.Array(Type.Object({ code: Code, name: Text, counts: Counts }), { maxItems: 2_000 }),
  },
  {
    $id: 'Completeness',
    additionalProperties: false,
    examples: [
      {
        year: 2026,
        total: counts({ expected: 14, missing: 2, draft: 1, returned: 1, submitted: 3, approved: 7 }),
        departments: [
          {
            department: {
              code: 'VH-TT',
              name: 'Bộ phận Văn hóa - Thông tin',
              shortName: 'Văn hóa - Thông tin',
            },
            lastDay: '2026-11-30',
            exempt: null,
            counts: counts({ expected: 14, missing: 2, draft: 1, returned: 1, submitted: 3, approved: 7 }),
            open: ['FB-02'],
          },
        ],
        indicators: [
          {
            code: 'FB-02',
            name: 'Hộ có Internet cáp quang',
            nameEn: 'Households with fixed fibre Internet',
            group: 'FB',
            kind: 'pair',
            owner: 'VH-TT',
            counts: counts({ expected: 14, missing: 2, draft: 1, returned: 1, submitted: 3, approved: 7 }),
            open: [
              { area: 'TDP-07', state: 'returned' },
              { area: 'TDP-11', state: 'missing' },
            ],
          },
        ],
        areas: [{ code: 'TDP-11', name: 'Tổ dân phố 11', counts: counts({ expected: 5, missing: 5 }) }],
      },
    ],
  },
)

export const CompletenessQuery = Type.Object(
  { year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2199, format: 'int32' })) },
  { additionalProperties: false },
)

function counts(some: Partial<Record<CellState | 'expected', number>>) {
  return { ...countCells([]), ...some }
}

export function completenessToWire(
  { plan, year, cells, departments }: Reading,
  today: Day,
): Static<typeof Completeness> {
  const byIndicator = Map.groupBy(cells, ({ indicator }) => indicator.code)
  const byArea = Map.groupBy(cells, ({ area }) => area)
  return {
    year,
    total: countCells(cells),
    departments: departments.map(({ department, lastDay, exempt, cells: owed }) => {
      const found = plan.plan.departments.find(({ code }) => code === department)
      return {
        department: found ? departmentRef(found, today) : null,
        lastDay,
        exempt,
        counts: countCells(owed),
        open: [...new Set(owed.filter(isOpen).map(({ indicator }) => indicator.code))],
      }
    }),
    indicators: [...byIndicator.values()].map(indicatorToWire),
    areas: [...byArea].flatMap(([area, ofArea]) =>
      area ? [{ code: area.code, name: areaNameOn(area, today), counts: countCells(ofArea) }] : [],
    ),
  }
}

function indicatorToWire(cells: readonly OwedCell[]): Static<typeof Completeness>['indicators'][number] {
  const { indicator } = cells[0] as OwedCell
  const { code, name, nameEn, group, owner } = indicator
  return {
    code,
    name,
    nameEn,
    group,
    kind: cellKind(indicator),
    owner,
    counts: countCells(cells),
    open: cells.filter(isOpen).map(({ area, state }) => ({ area: area?.code ?? null, state })),
  }
}
