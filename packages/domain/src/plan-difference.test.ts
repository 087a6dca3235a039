import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import benLau from '../../../plans/examples/ben-lau.json' with { type: 'json' }
import type { Plan } from './plan.ts'
import { differencesBetween } from './plan-difference.ts'
import { parsePlanFile } from './plan-file.ts'

const plan = read(structuredClone(benLau))

describe('what a plan file would change', () => {
  test('is nothing where the plan is loaded as it was exported', () => {
    expect(differencesBetween(plan, read(JSON.parse(JSON.stringify(plan))))).toEqual([])
  })

  test('is everything, entry by entry, where there is no plan yet', () => {
    const differences = differencesBetween(null, plan)
    expect(differences).toContainEqual({
      path: 'indicators/RAC-1',
      change: 'added',
      before: null,
      after: plan.indicators[0],
    })
    expect(
      differences.every((difference) => difference.change === 'added' && difference.before === null),
    ).toBe(true)
  })

  test('names a changed target by its indicator and milestone, with the value before and after', () => {
    const [first, ...others] = plan.indicators
    const targets = first!.targets.map((target) =>
      target.milestone === '2030' ? { ...target, value: 95 } : target,
    )
    expect(differencesBetween(plan, { ...plan, indicators: [{ ...first!, targets }, ...others] })).toEqual([
      { path: 'indicators/RAC-1/targets/2030/value', change: 'changed', before: 90, after: 95 },
    ])
  })

  test('is one addition where an indicator is put in the middle: those after it have not changed', () => {
    const added = { ...plan.indicators[0]!, code: 'RAC-9' }
    const indicators = plan.indicators.toSpliced(1, 0, added)
    expect(differencesBetween(plan, { ...plan, indicators })).toEqual([
      { path: 'indicators/RAC-9', change: 'added', before: null, after: added },
    ])
  })

  test('is one removal where an area is taken out', () => {
    const { areas } = plan
    expect(differencesBetween(plan, { ...plan, areas: areas.slice(1) })).toEqual([
      { path: 'areas/KP-A', change: 'removed', before: areas[0], after: null },
    ])
  })

  test('is one change of order per list where entries only change places', () => {
    const codes = plan.indicators.map((indicator) => indicator.code)
    expect(differencesBetween(plan, { ...plan, indicators: plan.indicators.toReversed() })).toEqual([
      { path: 'indicators', change: 'order', before: codes, after: codes.toReversed() },
    ])
  })

  test('tells a list of codes that changed from one that was only put in another order', () => {
    const [lead, ...rest] = plan.responsibilities
    const withTasks = (tasks: readonly string[]): Plan => ({
      ...plan,
      responsibilities: [{ ...lead!, tasks }, ...rest],
    })
    expect(differencesBetween(plan, withTasks(['V-2', 'V-1']))).toMatchObject([
      { path: 'responsibilities/T-1/tasks', change: 'order' },
    ])
    expect(differencesBetween(plan, withTasks(['V-1']))).toEqual([
      { path: 'responsibilities/T-1/tasks', change: 'changed', before: ['V-1', 'V-2'], after: ['V-1'] },
    ])
  })

  test('a value that was missing is added, and one taken back is removed', () => {
    const withNumber = (number: string | null): Plan => ({ ...plan, document: { ...plan.document, number } })
    expect(differencesBetween(withNumber(null), plan)).toEqual([
      { path: 'document/number', change: 'added', before: null, after: '07/KH-UBND' },
    ])
    expect(differencesBetween(plan, withNumber(null))).toEqual([
      { path: 'document/number', change: 'removed', before: '07/KH-UBND', after: null },
    ])
  })

  test('a slash in a name is escaped, so that a path has one reading', () => {
    const basis = plan.document.basis.map((one, index) => (index === 0 ? { ...one, title: 'Khác' } : one))
    expect(differencesBetween(plan, { ...plan, document: { ...plan.document, basis } })[0]?.path).toBe(
      'document/basis/UBND tỉnh Ví Dụ 01~1KH-UBND 2026-01-05/title',
    )
  })

  test('is empty exactly where the two plans are the same', () => {
    const lists = ['indicators', 'departments', 'tasks', 'areas', 'milestones'] as const
    const changed = fc
      .tuple(fc.constantFrom(...lists), fc.nat(9), fc.constantFrom('drop', 'turn', 'keep'))
      .map(([name, at, how]) => {
        const list: readonly unknown[] = plan[name]
        const turned =
          how === 'turn' ? list.toReversed() : list.filter((_, index) => how === 'keep' || index !== at)
        return { ...plan, [name]: turned } as Plan
      })
    fc.assert(
      fc.property(changed, changed, (a, b) => {
        expect(differencesBetween(a, b).length === 0).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
    )
  })
})

function read(json: unknown): Plan {
  const result = parsePlanFile(json)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.plan
}
