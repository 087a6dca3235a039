// No two entries of one list bear the same name: by it they are found, referred to and compared.

import type { Plan } from './plan.ts'
import { pointerStep, type Report } from './plan-file-fault.ts'
import { type Entry, entryKeyOf, isEntry } from './plan-file-keys.ts'

/** Twice the same here is a fault of its own: two targets for one milestone, two periods that overlap. */
const CHECKED_AS_SUCH = ['targets', 'versions', 'routes', 'sections']

export function checkUniqueness(plan: Plan, report: Report): void {
  visitLists(plan, '', (name, list, pointer) => {
    const keyOf = CHECKED_AS_SUCH.includes(name) ? null : entryKeyOf(name, list)
    if (!keyOf) return
    const first = new Map<string, number>()
    list.filter(isEntry).forEach((entry, index) => {
      const key = keyOf(entry)
      const earlier = first.get(key)
      if (earlier === undefined) first.set(key, index)
      else reportTwice(entry, key, pointer + pointerStep(index), pointer + pointerStep(earlier), report)
    })
  })
}

function reportTwice(entry: Entry, value: string, pointer: string, first: string, report: Report): void {
  if (Object.hasOwn(entry, 'code')) report(`${pointer}/code`, 'duplicate_code', { value, first })
  else report(pointer, 'duplicate_entry', { value, first })
}

function visitLists(
  value: unknown,
  pointer: string,
  visit: (name: string, list: readonly unknown[], pointer: string) => void,
): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    const at = pointer + pointerStep(name)
    if (Array.isArray(inner)) visit(name, inner, at)
    visitLists(inner, at, visit)
  }
}
