// Areas (tổ dân phố) have dates: what they are called on a day, and how they come, go, merge and split.

import type { Day } from './day.ts'
import { holdsOn } from './department.ts'
import type { AreaEventKind, Plan, PlanArea, PlanAreaEvent } from './plan.ts'
import { fold } from './search-fold.ts'

export { areaNameOn, areasOn } from './areas-on.ts'

export interface NamedArea {
  readonly code: string
  readonly name: string
}

/** One act on a ward's areas. `on` is the first day of the new state; null: from the beginning (only for opening). */
export type AreaChange =
  | { readonly act: 'open'; readonly on: Day | null; readonly to: readonly NamedArea[] }
  | { readonly act: 'rename'; readonly on: Day; readonly from: string; readonly name: string }
  | { readonly act: 'close'; readonly on: Day; readonly from: string }
  | { readonly act: 'merge'; readonly on: Day; readonly from: readonly string[]; readonly to: NamedArea }
  | { readonly act: 'split'; readonly on: Day; readonly from: string; readonly to: readonly NamedArea[] }

export type AreaFaultCode =
  | 'unknown_area'
  | 'area_not_in_force'
  | 'duplicate_code'
  | 'duplicate_name'
  | 'too_few'
  | 'names_out_of_order'
  | 'same_name'

export interface AreaFault {
  /** Field of the change, with the place in its list: `to/1/code`. */
  readonly field: string
  readonly code: AreaFaultCode
  readonly params?: Readonly<Record<string, unknown>>
}

export type AreaResult =
  | {
      readonly ok: true
      readonly areas: readonly PlanArea[]
      readonly areaEvents: readonly PlanAreaEvent[]
    }
  | { readonly ok: false; readonly faults: readonly AreaFault[] }

type Areas = Pick<Plan, 'areas' | 'areaEvents'>

const LEAST_TO_MERGE = 2

/**
 * The areas after the act. Nothing is ever taken away: what ends keeps its figures and its name for the days before,
 * and what begins has a code of its own, so that no series mixes two territories.
 */
export function changeAreas(plan: Areas, change: AreaChange, legalBasis: string | null): AreaResult {
  const faults = faultsOf(plan, change)
  if (faults.length > 0) return { ok: false, faults }
  const event = eventOf(change, legalBasis)
  return {
    ok: true,
    areas: areasAfter(plan.areas, change),
    areaEvents: event ? [...plan.areaEvents, event] : plan.areaEvents,
  }
}

function areasAfter(areas: readonly PlanArea[], change: AreaChange): readonly PlanArea[] {
  const ended = new Set(change.act === 'open' || change.act === 'rename' ? [] : [change.from].flat())
  const begun = change.act === 'open' || change.act === 'split' || change.act === 'merge' ? change.to : []
  const kept = areas.map((area) => {
    if (change.act === 'rename' && area.code === change.from) return renamed(area, change)
    return ended.has(area.code) ? { ...area, validTo: change.on } : area
  })
  const added = [begun].flat().map(({ code, name }) => ({
    code,
    name: name.normalize('NFC').trim(),
    validFrom: change.on,
    validTo: null,
    formerNames: [],
  }))
  return [...kept, ...added]
}

function renamed(area: PlanArea, { on, name }: { on: Day; name: string }): PlanArea {
  return {
    ...area,
    name: name.normalize('NFC').trim(),
    formerNames: [...area.formerNames, { name: area.name, until: on }],
  }
}

const EVENT_OF: Readonly<Record<AreaChange['act'], AreaEventKind>> = {
  open: 'opened',
  rename: 'renamed',
  close: 'closed',
  merge: 'merged',
  split: 'split',
}

/** Areas that were there from the beginning are no event. */
function eventOf(change: AreaChange, legalBasis: string | null): PlanAreaEvent | null {
  if (change.on === null) return null
  const from = change.act === 'open' ? [] : [change.from].flat()
  const to =
    change.act === 'rename' || change.act === 'close'
      ? change.act === 'rename'
        ? [change.from]
        : []
      : [change.to].flat().map(({ code }) => code)
  return { kind: EVENT_OF[change.act], on: change.on, from, to, legalBasis }
}

function faultsOf(plan: Areas, change: AreaChange): AreaFault[] {
  switch (change.act) {
    case 'open':
      return [...tooFew('to', change.to, 1), ...newFaults(plan, change.to, change.on, [])]
    case 'close':
      return endFaults(plan, [change.from], change.on, 'from')
    case 'rename':
      return [...endFaults(plan, [change.from], change.on, 'from'), ...renameFaults(plan, change)]
    case 'merge':
      return [
        ...tooFew('from', [...new Set(change.from)], LEAST_TO_MERGE),
        ...endFaults(plan, change.from, change.on, 'from'),
        ...newFaults(plan, [change.to], change.on, change.from),
      ]
    case 'split':
      return [
        ...tooFew('to', change.to, LEAST_TO_MERGE),
        ...endFaults(plan, [change.from], change.on, 'from'),
        ...newFaults(plan, change.to, change.on, [change.from]),
      ]
  }
}

function tooFew(field: string, list: readonly unknown[], least: number): AreaFault[] {
  return list.length < least ? [{ field, code: 'too_few', params: { least } }] : []
}

/** What ends or changes must be there on the day before: it cannot end on the day on which it began. */
function endFaults(plan: Areas, codes: readonly string[], on: Day, field: string): AreaFault[] {
  return codes.flatMap((code, index): AreaFault[] => {
    const at = codes.length > 1 ? `${field}/${index}` : field
    const area = plan.areas.find((each) => each.code === code)
    if (!area) return [{ field: at, code: 'unknown_area', params: { area: code } }]
    const open = (area.validFrom === null || area.validFrom < on) && area.validTo === null
    return open
      ? []
      : [
          {
            field: at,
            code: 'area_not_in_force',
            params: { area: code, on, validFrom: area.validFrom, validTo: area.validTo },
          },
        ]
  })
}

/** A code is given once and for ever; a name to one area at a time. */
function newFaults(
  plan: Areas,
  begun: readonly NamedArea[],
  on: Day | null,
  ending: readonly string[],
): AreaFault[] {
  const codes = new Set(plan.areas.map(({ code }) => code))
  const names = new Set(namesInForce(plan, on, ending))
  return begun.flatMap(({ code, name }, index): AreaFault[] => {
    const faults: AreaFault[] = []
    if (codes.has(code)) faults.push({ field: `to/${index}/code`, code: 'duplicate_code', params: { code } })
    if (names.has(fold(name)))
      faults.push({ field: `to/${index}/name`, code: 'duplicate_name', params: { name } })
    codes.add(code)
    names.add(fold(name))
    return faults
  })
}

function namesInForce(plan: Areas, on: Day | null, without: readonly string[]): string[] {
  const areas =
    on === null
      ? plan.areas.filter(({ validTo }) => validTo === null)
      : plan.areas.filter((area) => holdsOn(area, on))
  return areas.filter(({ code }) => !without.includes(code)).map(({ name }) => fold(name))
}

function renameFaults(plan: Areas, { from, on, name }: Extract<AreaChange, { act: 'rename' }>): AreaFault[] {
  const area = plan.areas.find(({ code }) => code === from)
  const faults: AreaFault[] = []
  if (area?.name === name.normalize('NFC').trim())
    faults.push({ field: 'name', code: 'same_name', params: { name } })
  const last = area?.formerNames.at(-1)?.until
  if (last !== undefined && on <= last)
    faults.push({ field: 'on', code: 'names_out_of_order', params: { until: on, after: last } })
  if (namesInForce(plan, on, [from]).includes(fold(name)))
    faults.push({ field: 'name', code: 'duplicate_name', params: { name } })
  return faults
}

/** What an area was made from by merging or splitting, as far back as it goes. */
export function predecessorsOf(plan: Areas, code: string): readonly string[] {
  const event = plan.areaEvents.find(
    ({ kind, to }) => (kind === 'merged' || kind === 'split') && to.includes(code),
  )
  if (!event) return []
  return [...event.from, ...event.from.flatMap((each) => predecessorsOf(plan, each))]
}
