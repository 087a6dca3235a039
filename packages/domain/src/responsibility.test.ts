import { describe, expect, test } from 'vitest'
import chanhLo from '../../../plans/chanh-lo.json' with { type: 'json' }
import type { Plan } from './plan.ts'
import { type Fulfilment, fulfilmentOf, isObstacleOf } from './responsibility.ts'

const plan = chanhLo as unknown as Plan
const duty = (code: string) => {
  const found = plan.responsibilities.find((each) => each.code === code)
  if (!found) throw new Error(`no responsibility ${code}`)
  return found
}

describe('a responsibility is fulfilled', () => {
  const SHOWN: Record<string, (keyof Fulfilment)[]> = {
    'TN-1.1': ['wardReport'],
    'TN-1.2': [],
    'TN-1.3': [],
    'TN-2': ['money'],
    'TN-3.1': ['indicators'],
    'TN-3.2': [],
    'TN-3.3': [],
    'TN-3.4': [],
    'TN-3.5': [],
    'TN-3.6': ['departmentReports', 'wardReport'],
    'TN-4.1': ['money'],
    'TN-4.2': ['yearlyPlans', 'money'],
    'TN-5': [],
  }
  test.each(plan.responsibilities)(
    '$code ($ref): by its tasks, and by what its deadlines ask for',
    (each) => {
      const shown = Object.entries(fulfilmentOf(each, plan)).flatMap(([what, holds]) => (holds ? [what] : []))
      expect(shown).toEqual(SHOWN[each.code])
    },
  )
  test('each of the thirteen by something: a task, a report, a plan, money, figures or obstacles', () => {
    const silent = plan.responsibilities.filter(
      (each) => each.tasks.length === 0 && !Object.values(fulfilmentOf(each, plan)).some(Boolean),
    )
    expect(silent.map(({ code }) => code)).toEqual(['TN-5'])
    expect(isObstacleOf(duty('TN-5'), DIFFICULTY, plan)).toBe(true)
  })
})

const DIFFICULTY = { kind: 'difficulty', subject: 'task', subjectCode: 'NV-08' } as const
const FINDING = { kind: 'cable_finding', subject: 'route', subjectCode: 'Quang Trung' } as const

describe('an obstacle speaks of', () => {
  const of = (raised: Parameters<typeof isObstacleOf>[1]) =>
    plan.responsibilities.filter((each) => isObstacleOf(each, raised, plan)).map(({ code }) => code)
  test('the duty to send it, and the duties whose task it stands on', () => {
    expect(of(DIFFICULTY)).toEqual(['TN-1.1', 'TN-5'])
    expect(of({ ...DIFFICULTY, subjectCode: 'NV-02' })).toEqual(['TN-1.1', 'TN-1.2', 'TN-3.5', 'TN-5'])
    expect(of({ kind: 'difficulty', subject: 'plan', subjectCode: null })).toEqual(['TN-5'])
  })
  test('the supervision of cables, where it is a finding', () => {
    expect(of(FINDING)).toEqual(['TN-1.3', 'TN-5'])
  })
})
