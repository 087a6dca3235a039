// A form of one indicator over some areas, as the service sends it.

import type { Schemas } from '@tien-do/api-client'

type FormIndicator = Schemas['EntryForm']['indicators'][number]
type FormCell = FormIndicator['cells'][number]
type Measurement = Schemas['Measurement']

const ON = '2026-11-14'

export function formOf(areas: number, more: Partial<FormIndicator> = {}): FormIndicator {
  return {
    code: 'FB-02',
    name: 'Hộ có Internet cáp quang',
    nameEn: 'Households with fixed fibre Internet',
    group: 'FB',
    measure: 'ratio',
    unit: '%',
    counted: 'hộ',
    numeratorText: 'Hộ có cáp quang',
    denominatorText: 'Tổng số hộ',
    decimals: 1,
    naturalMin: 0,
    naturalMax: 100,
    kind: 'pair',
    owner: null,
    on: ON,
    lock: null,
    allowedActions: ['measurement.save', 'measurement.submit'],
    expected: areas,
    cells: Array.from({ length: areas }, (_, index) => cellOf(index + 1)),
    wardRegister: null,
    ...more,
  }
}

export function cellOf(number: number, more: Partial<FormCell> = {}): FormCell {
  const padded = String(number).padStart(2, '0')
  return {
    area: { code: `TDP-${padded}`, name: `Tổ dân phố ${number}` },
    on: ON,
    etag: null,
    measurement: null,
    inForce: null,
    last: null,
    register: { denominator: 200 + number, on: '2026-11-01' },
    ...more,
  }
}

export const keyOfArea = (number: number): string => `FB-02 TDP-${String(number).padStart(2, '0')} ${ON}`

export function measurementOf(more: Partial<Measurement> = {}): Measurement {
  return {
    id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293',
    indicator: 'FB-02',
    area: 'TDP-01',
    on: ON,
    revision: 1,
    numerator: 214,
    denominator: 260,
    value: null,
    qualitative: null,
    notApplicable: false,
    source: null,
    method: 'counted',
    note: null,
    state: 'draft',
    reason: null,
    warnings: [],
    batch: null,
    enteredBy: 'Trần Thị Hoa',
    enteredAt: '2026-11-22T07:31:00.000Z',
    decidedBy: null,
    decidedAt: null,
    decisionNote: null,
    etag: '"1.1"',
    allowedActions: [],
    ...more,
  }
}
