import { describe, expect, test } from 'vitest'
import { day } from './day.ts'
import type { DepartmentId, PersonId } from './ids.ts'
import {
  decisionFaults,
  isObstacleClosed,
  mayMoveObstacle,
  mayTakeOver,
  OBSTACLE_ACT_NAMES,
  OBSTACLE_ACTS,
  OBSTACLE_STATES,
  type ObstacleAct,
  type ObstacleState,
  obstacleActsIn,
  obstacleAge,
  obstacleCode,
  obstacleFaults,
  obstacleLateDays,
  obstacleWaitsFor,
  statesWaitingFor,
} from './obstacle.ts'
import { can, ROLES, type Role } from './permission.ts'

describe('an obstacle moves', () => {
  const TABLE: Record<ObstacleState, ObstacleAct[]> = {
    raised: ['amend', 'return', 'consolidate', 'merge'],
    returned: ['amend', 'acknowledge'],
    consolidated: ['return', 'consolidate', 'merge', 'submit'],
    submitted: ['decide', 'refer'],
    in_progress: ['decide', 'refer', 'resolve', 'acknowledge'],
    resolved: ['reopen', 'acknowledge'],
    beyond_authority: ['resolve', 'acknowledge'],
    merged: ['acknowledge'],
  }
  test.each(OBSTACLE_STATES)('from %s only as the table says', (state) => {
    expect(OBSTACLE_ACT_NAMES.filter((act) => mayMoveObstacle(act, state))).toEqual(TABLE[state])
  })
  test('and an answer that was seen needs not be seen again', () => {
    expect(obstacleActsIn('resolved', true)).toContain('acknowledge')
    expect(obstacleActsIn('resolved', false)).not.toContain('acknowledge')
  })
  test('into a state from which it can be answered, or where it has been', () => {
    for (const state of OBSTACLE_STATES)
      expect([state, obstacleWaitsFor(state) === 'nobody' || TABLE[state].length > 0]).toEqual([state, true])
  })
})

describe('who may do it', () => {
  const [own, other] = ['own', 'other'] as DepartmentId[]
  const may = (role: Role, act: ObstacleAct, department: DepartmentId) =>
    can(
      {
        personId: 'me' as PersonId,
        name: '',
        grants: [{ role, plan: null, departments: [own!] }],
        scopes: null,
      },
      OBSTACLE_ACTS[act].action,
      { plan: 'p', department },
    ).allowed
  const BY_ROLE: Record<Role, { own: ObstacleAct[]; other: ObstacleAct[] }> = {
    viewer: { own: [], other: [] },
    officer: { own: ['amend', 'resolve', 'acknowledge'], other: [] },
    finance: { own: ['amend', 'resolve', 'acknowledge'], other: [] },
    coordinator: {
      own: ['amend', 'return', 'consolidate', 'merge', 'submit', 'resolve', 'reopen', 'acknowledge'],
      other: ['amend', 'return', 'consolidate', 'merge', 'submit', 'resolve', 'reopen', 'acknowledge'],
    },
    leader: {
      own: ['decide', 'refer', 'resolve', 'reopen'],
      other: ['decide', 'refer', 'resolve', 'reopen'],
    },
    admin: { own: [], other: [] },
  }
  test.each(ROLES)('%s', (role) => {
    expect(OBSTACLE_ACT_NAMES.filter((act) => may(role, act, own!))).toEqual(BY_ROLE[role].own)
    expect(OBSTACLE_ACT_NAMES.filter((act) => may(role, act, other!))).toEqual(BY_ROLE[role].other)
  })
})

describe('whom it waits for', () => {
  test.each([
    ['raised', 'coordinator'],
    ['returned', 'raiser'],
    ['consolidated', 'coordinator'],
    ['submitted', 'leader'],
    ['in_progress', 'acting'],
    ['beyond_authority', 'superior'],
    ['resolved', 'nobody'],
    ['merged', 'nobody'],
  ] as const)('%s waits for %s', (state, wait) => {
    expect(obstacleWaitsFor(state)).toBe(wait)
    expect(statesWaitingFor(wait)).toContain(state)
  })
  test('what is closed is nobody’s in the ward', () => {
    for (const state of OBSTACLE_STATES)
      expect(['nobody', 'superior'].includes(obstacleWaitsFor(state))).toBe(isObstacleClosed(state))
  })
})

describe('its age', () => {
  test('runs to today, and stops on the day it is closed', () => {
    expect(obstacleAge(day('2026-11-01'), null, day('2026-11-22'))).toBe(21)
    expect(obstacleAge(day('2026-11-01'), day('2026-11-10'), day('2026-11-22'))).toBe(9)
    expect(obstacleAge(day('2026-11-22'), null, day('2026-11-22'))).toBe(0)
  })
  test('is late from the day after the last, while somebody is to act', () => {
    expect(obstacleLateDays('in_progress', day('2026-11-22'), day('2026-11-22'))).toBe(0)
    expect(obstacleLateDays('in_progress', day('2026-11-20'), day('2026-11-22'))).toBe(2)
    expect(obstacleLateDays('resolved', day('2026-11-20'), day('2026-11-22'))).toBe(0)
    expect(obstacleLateDays('in_progress', null, day('2026-11-22'))).toBe(0)
  })
})

describe('what it must say', () => {
  test('a number that sorts', () => {
    expect(obstacleCode(2026, 7)).toBe('VM-2026-007')
  })
  test('a cable finding names its place and its enterprise, a difficulty need not', () => {
    const nothing = { place: ' ', enterprise: null }
    expect(obstacleFaults({ kind: 'cable_finding', ...nothing }).map(({ field }) => field)).toEqual([
      'place',
      'enterprise',
    ])
    expect(obstacleFaults({ kind: 'difficulty', ...nothing })).toEqual([])
  })
  test('a decision sets a day to come, and orders the work on a cable', () => {
    const today = day('2026-11-22')
    expect(decisionFaults('difficulty', { dueOn: day('2026-11-21'), workOrdered: null }, today)).toEqual([
      { field: 'dueOn', code: 'past_day' },
    ])
    expect(decisionFaults('cable_finding', { dueOn: today, workOrdered: null }, today)).toEqual([
      { field: 'workOrdered', code: 'work_missing' },
    ])
    expect(decisionFaults('cable_finding', { dueOn: today, workOrdered: 'Bó gọn' }, today)).toEqual([])
  })
  test('only what is on its way takes over another', () => {
    expect(OBSTACLE_STATES.filter(mayTakeOver)).toEqual([
      'raised',
      'consolidated',
      'submitted',
      'in_progress',
    ])
  })
})
