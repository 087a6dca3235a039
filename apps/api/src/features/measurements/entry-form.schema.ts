import { CELL_KINDS } from '@tien-do/domain/cell-kind'
import { MEASURES, QUALITATIVE_STATES } from '@tien-do/domain/indicator'
import { ACTIONS } from '@tien-do/domain/permission'
import { type Static, Type } from 'typebox'
import {
  Code,
  Count,
  DayText,
  EtagText,
  exampleOf,
  nullable,
  oneOf,
  PlanParams,
  ref,
  Text,
  Whole,
} from '../../http/shapes.ts'
import { DepartmentRef, departmentRef } from '../departments/index.ts'
import type { LivingFigure } from './entry-form.repo.ts'
import type { EntryForm as Form, FormCell, FormIndicator } from './entry-form.ts'
import type { MeasurementRow } from './measurements.repo.ts'
import { Measurement, measurementEtag, toWire, Value } from './measurements.schema.ts'
import type { Showing } from './showing.ts'

const Register = Type.Object({ denominator: Count, on: DayText })

export const Last = Type.Object({
  on: DayText,
  numerator: nullable(Count),
  denominator: nullable(Count),
  value: nullable(Value),
  qualitative: nullable(oneOf(QUALITATIVE_STATES)),
  notApplicable: Type.Boolean(),
})

const Cell = Type.Object({
  area: nullable(Type.Object({ code: Code, name: Text })),
  /** The day to send with the cell. */
  on: DayText,
  etag: nullable(EtagText),
  /** What stands in the cell: the revision under way, else the one in force. */
  measurement: nullable(ref(Measurement)),
  /** The one in force, where another one is under way. */
  inForce: nullable(ref(Measurement)),
  last: nullable(Last),
  register: nullable(Register),
})

const Indicator = Type.Object({
  code: Code,
  name: Text,
  nameEn: Text,
  group: Code,
  measure: oneOf(MEASURES),
  unit: Text,
  counted: Text,
  numeratorText: nullable(Text),
  denominatorText: nullable(Text),
  decimals: Whole,
  naturalMin: nullable(Value),
  naturalMax: nullable(Value),
  kind: oneOf(CELL_KINDS),
  owner: nullable(ref(DepartmentRef)),
  on: DayText,
  /** Why nothing can be written here now; null while it can. */
  lock: nullable(
    Type.Object({
      code: oneOf(['period.locked'] as const),
      year: Whole,
      state: oneOf(['closed', 'locked'] as const),
    }),
  ),
  allowedActions: Type.Array(oneOf(ACTIONS), { maxItems: 40 }),
  expected: Whole,
  cells: Type.Array(Cell, { maxItems: 2_000 }),
  wardRegister: nullable(Register),
})

export const EntryForm = Type.Object(
  {
    year: Whole,
    today: DayText,
    cutOff: DayText,
    indicators: Type.Array(Indicator, { maxItems: 2_000 }),
  },
  {
    $id: 'EntryForm',
    additionalProperties: false,
    examples: [
      {
        year: 2026,
        today: '2026-11-22',
        cutOff: '2026-11-14',
        indicators: [
          {
            code: 'FB-02',
            name: 'Hộ có Internet cáp quang',
            nameEn: 'Households with fixed fibre Internet',
            group: 'FB',
            measure: 'ratio',
            unit: '%',
            counted: 'hộ',
            numeratorText: 'Số hộ gia đình đang có kết nối Internet băng rộng cố định cáp quang',
            denominatorText: 'Tổng số hộ gia đình của phường',
            decimals: 1,
            naturalMin: 0,
            naturalMax: 100,
            kind: 'pair',
            owner: exampleOf(DepartmentRef)[0] ?? null,
            on: '2026-11-14',
            lock: null,
            allowedActions: ['measurement.save', 'measurement.submit'],
            expected: 14,
            cells: [
              {
                area: { code: 'TDP-05', name: 'Tổ dân phố 5' },
                on: '2026-11-14',
                etag: '"2.2"',
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
                register: { denominator: 260, on: '2026-11-01' },
              },
            ],
            wardRegister: { denominator: 4765, on: '2026-11-01' },
          },
        ],
      },
    ],
  },
)

export const EntryFormParams = Type.Object({
  ...PlanParams.properties,
  year: Type.Integer({ minimum: 1900, maximum: 2199, format: 'int32' }),
})

export const EntryFormQuery = Type.Object(
  { indicator: Type.Optional(Type.Array(Code, { minItems: 1, maxItems: 50 })) },
  { additionalProperties: false },
)

export function formToWire(form: Form, to: Showing): Static<typeof EntryForm> {
  return {
    year: form.year,
    today: form.today,
    cutOff: form.cutOff,
    indicators: form.indicators.map((each) => indicatorToWire(each, form, to)),
  }
}

function indicatorToWire(each: FormIndicator, { plan, today }: Form, to: Showing): Static<typeof Indicator> {
  const { indicator, kind, on, lock, allowedActions, cells, wardRegister } = each
  const owner = plan.plan.departments.find(({ code }) => code === indicator.owner)
  const { code, name, nameEn, group, measure, unit, counted, decimals, naturalMin, naturalMax } = indicator
  const toMeasurement = (row: MeasurementRow | null) => row && toWire(row, to)
  return {
    code,
    name,
    nameEn,
    group,
    measure,
    unit,
    counted,
    numeratorText: indicator.numerator,
    denominatorText: indicator.denominator,
    decimals,
    naturalMin,
    naturalMax,
    kind,
    owner: owner ? departmentRef(owner, today) : null,
    on,
    lock: lock && { ...lock },
    allowedActions: [...allowedActions],
    expected: cells.length,
    cells: cells.map((cell) => cellToWire(cell, toMeasurement)),
    wardRegister: wardRegister && { ...wardRegister },
  }
}

function cellToWire(
  { area, on, underWay, inForce, last, register }: FormCell,
  toMeasurement: (row: MeasurementRow | null) => Static<typeof Measurement> | null,
): Static<typeof Cell> {
  const living = underWay ?? inForce
  return {
    area: area && { code: area.code, name: area.name },
    on,
    etag: living && measurementEtag(living),
    measurement: toMeasurement(living),
    inForce: underWay ? toMeasurement(inForce) : null,
    last: last && lastToWire(last),
    register: register && { ...register },
  }
}

export function lastToWire({ on, numerator, denominator, value, qualitative, notApplicable }: LivingFigure) {
  return { on, numerator, denominator, value, qualitative, notApplicable }
}
