// What a row of a file does to the ward's areas: it opens one, gives it another name from a day on, or closes it.

import { type AreaChange, type AreaFault, changeAreas } from './area.ts'
import type { AreaRow } from './import-registers.ts'
import { type BatchFault, IMPORT_FAULTS, type ImportFaultCode } from './import-row-fault.ts'
import type { Plan, PlanArea } from './plan.ts'

type Areas = Pick<Plan, 'areas' | 'areaEvents'>

export type AreaTaken =
  | { readonly outcome: 'created' | 'updated' | 'unchanged'; readonly after: Areas }
  | { readonly outcome: 'refused'; readonly faults: readonly BatchFault[] }

/** A code is letters and digits without accents, joined by single hyphens or dots. */
export const PLAIN_CODE = /^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$/
const LONGEST_CODE = 40

export function isPlainCode(code: string): boolean {
  return code.length <= LONGEST_CODE && PLAIN_CODE.test(code)
}

/** The areas after the row; a blank day leaves the day as it is, and the day on which an area began or ended stays. */
export function takeArea(plan: Areas, row: AreaRow): AreaTaken {
  const known = plan.areas.find(({ code }) => code === row.code)
  const asked = known ? changesTo(known, row) : opening(row)
  if (!asked.ok) return { outcome: 'refused', faults: asked.faults }
  let after: Areas = plan
  for (const change of asked.changes) {
    const result = changeAreas(after, change, row.legalBasis)
    if (!result.ok) return { outcome: 'refused', faults: result.faults.flatMap(faultOfRow) }
    after = result
  }
  if (!known) return { outcome: 'created', after }
  return { outcome: asked.changes.length > 0 ? 'updated' : 'unchanged', after }
}

type Asked =
  | { readonly ok: true; readonly changes: readonly AreaChange[] }
  | { readonly ok: false; readonly faults: readonly BatchFault[] }

function opening({ code, name, validFrom, validTo }: AreaRow): Asked {
  if (code === null || name === null) return refused('code', 'required')
  if (!isPlainCode(code)) return refused('code', 'invalid_code')
  if (validTo !== null && validFrom !== null && validTo <= validFrom)
    return refused('validTo', 'period_reversed')
  const changes: AreaChange[] = [{ act: 'open', on: validFrom, to: [{ code, name }] }]
  if (validTo !== null) changes.push({ act: 'close', on: validTo, from: code })
  return { ok: true, changes }
}

function changesTo(known: PlanArea, { name, validFrom, validTo, renamedOn }: AreaRow): Asked {
  const changes: AreaChange[] = []
  if (validFrom !== null && validFrom !== known.validFrom) return refused('validFrom', 'dates_stay')
  if (name !== null && name !== known.name) {
    if (renamedOn === null) return refused('renamedOn', 'rename_day_missing', { name: known.name })
    changes.push({ act: 'rename', on: renamedOn, from: known.code, name })
  }
  if (validTo !== null && validTo !== known.validTo) {
    if (known.validTo !== null) return refused('validTo', 'dates_stay')
    changes.push({ act: 'close', on: validTo, from: known.code })
  }
  return { ok: true, changes }
}

function refused(column: string, code: ImportFaultCode, params?: Readonly<Record<string, unknown>>): Asked {
  return { ok: false, faults: [{ column, code, ...(params ? { params } : {}) }] }
}

const COLUMN_OF: Readonly<Record<string, string>> = {
  'to/0/code': 'code',
  'to/0/name': 'name',
  name: 'name',
  on: 'renamedOn',
}

/** What the act says is wrong, under the columns of the file. */
function faultOfRow({ field, code, params }: AreaFault): BatchFault[] {
  const known = IMPORT_FAULTS.find((each) => each === code)
  return known ? [{ column: COLUMN_OF[field] ?? 'code', code: known, ...(params ? { params } : {}) }] : []
}
