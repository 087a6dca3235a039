import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from './day.ts'
import {
  asTaskWork,
  carriedForward,
  isCarried,
  outputProgress,
  type SubTaskPlan,
  type SubTaskWork,
  subTaskFaults,
  subTaskLateness,
  subTaskProgress,
  totalOutputs,
} from './sub-task.ts'
import { updated, updateFaults } from './sub-task-update.ts'
import { TASK_MOVE_NAMES, TASK_STATES } from './task-state.ts'
import { owedForTask, taskYear, type YearOfTask } from './task-year.ts'

const PLAN: SubTaskPlan = {
  year: 2026,
  name: 'Viết tin, bài',
  startsOn: day('2026-01-15'),
  dueOn: day('2026-09-30'),
  weight: 1,
  progressFrom: 'typed',
  outputs: [],
}
const WORK: SubTaskWork = { ...PLAN, state: 'not_started', progress: null, doneOn: null }
const QUIET = { move: null, progress: null, outputs: [], doneOn: null, text: null } as const
const TODAY = day('2026-11-22')

const output = fc.record({
  unit: fc.constantFrom('tin, bài', 'lớp', 'lượt', 'máy'),
  planned: fc.nat(1_000),
  done: fc.option(fc.nat(2_000)),
})
const anyWork = fc
  .record({
    state: fc.constantFrom(...TASK_STATES),
    progress: fc.option(fc.integer({ min: 0, max: 100 })),
    weight: fc.integer({ min: 1, max: 9 }),
    dueIn: fc.option(fc.integer({ min: -400, max: 400 })),
    progressFrom: fc.constantFrom('typed' as const, 'outputs' as const),
    outputs: fc.uniqueArray(output, { selector: ({ unit }) => unit }),
  })
  .map(
    ({ dueIn, ...rest }): SubTaskWork => ({
      ...WORK,
      ...rest,
      dueOn: dueIn === null ? null : addDays(TODAY, dueIn),
    }),
  )

describe('the plan of a piece of work', () => {
  test('is sound when its days are in order and in its year', () => {
    expect(subTaskFaults(PLAN)).toEqual([])
  })
  test.each([
    ['without a name', { name: '  ' }, 'name', 'blank'],
    ['without weight', { weight: 0 }, 'weight', 'out_of_range'],
    ['due before it starts', { dueOn: day('2026-01-14') }, 'dueOn', 'before_start'],
    ['due before its year', { startsOn: null, dueOn: day('2025-12-31') }, 'dueOn', 'before_year'],
    ['starting after its year', { startsOn: day('2027-01-01'), dueOn: null }, 'startsOn', 'after_year'],
    [
      'as far as products that there are not',
      { progressFrom: 'outputs' as const },
      'progressFrom',
      'no_outputs',
    ],
    [
      'with a nameless product',
      { outputs: [{ unit: ' ', planned: 1, done: null }] },
      'outputs/0/unit',
      'blank',
    ],
    [
      'with the mark that parts products',
      { outputs: [{ unit: 'a;b', planned: 1, done: null }] },
      'outputs/0/unit',
      'reserved_character',
    ],
  ])('cannot be %s', (_name, more, field, code) => {
    expect(subTaskFaults({ ...PLAN, ...more })).toMatchObject([{ field, code }])
  })
})

describe('how far a piece of work is', () => {
  test('is what a person said, or what its products say; each product counts alike', () => {
    expect(subTaskProgress({ ...WORK, state: 'in_progress', progress: 40 })).toBe(40)
    const outputs = [
      { unit: 'tin, bài', planned: 24, done: 12 },
      { unit: 'lớp', planned: 2, done: 3 },
    ]
    expect(outputProgress(outputs)).toBe(75)
    expect(subTaskProgress({ ...WORK, state: 'in_progress', progressFrom: 'outputs', outputs })).toBe(75)
    expect(outputProgress([{ unit: 'lớp', planned: 0, done: 3 }])).toBeNull()
  })
  test('is 100 when it is done, and nothing where it does not count', () => {
    expect(subTaskProgress({ ...WORK, state: 'done', progress: 10 })).toBe(100)
    expect(subTaskProgress({ ...WORK, state: 'cancelled', progress: 10 })).toBeNull()
    expect(subTaskProgress({ ...WORK, state: 'continuous', progress: 10 })).toBeNull()
  })
  test('lies between 0 and 100, and so does its task, whatever was exceeded', () => {
    fc.assert(
      fc.property(fc.array(anyWork), (pieces) => {
        for (const progress of [...pieces.map(subTaskProgress), taskYear('one_off', pieces, TODAY).progress])
          if (progress !== null) expect(progress >= 0 && progress <= 100 + 1e-9).toBe(true)
      }),
    )
  })
})

describe('late', () => {
  test('is open work after its due day, paused or not; done, cancelled and continuous work never is', () => {
    fc.assert(
      fc.property(anyWork, (work) => {
        const late = subTaskLateness(work, TODAY).kind === 'late'
        const open = ['not_started', 'in_progress', 'paused'].includes(work.state)
        expect(late).toBe(open && work.dueOn !== null && work.dueOn < TODAY)
      }),
    )
  })
  test('a task shows the worst of its pieces, and counts each of them once', () => {
    fc.assert(
      fc.property(fc.array(anyWork), (pieces) => {
        const { lateness, counts } = taskYear('one_off', pieces, TODAY)
        const late = Object.values(lateness.late).reduce((sum, each) => sum + each, 0)
        expect(late + lateness.onTime + lateness.noDueDate).toBe(pieces.length - counts.cancelled)
        expect(lateness.worst === null).toBe(late === 0)
      }),
    )
  })
})

describe('a task in a year', () => {
  const piece = (more: Partial<SubTaskWork>): SubTaskWork => ({ ...WORK, ...more })
  test.each([
    ['one_off', [], 'not_started'],
    ['one_off', [piece({}), piece({ state: 'done' })], 'in_progress'],
    ['one_off', [piece({ state: 'done' }), piece({ state: 'done' })], 'done'],
    ['one_off', [piece({ state: 'done' }), piece({ state: 'cancelled' })], 'done'],
    ['one_off', [piece({ state: 'done' }), piece({ state: 'paused' })], 'paused'],
    ['continuous', [piece({ state: 'done' })], 'continuous'],
  ] as const)('that is %s with %j stands as %s', (kind, pieces, state) => {
    expect(taskYear(kind, pieces, TODAY).state).toBe(state)
  })
  test('weighs its pieces, and leaves out the cancelled and the continuous', () => {
    const pieces = [
      piece({ weight: 3, progress: 40, state: 'in_progress' }),
      piece({ weight: 1 }),
      piece({ weight: 9, state: 'cancelled' }),
      piece({ weight: 9, state: 'continuous' }),
    ]
    expect(taskYear('one_off', pieces, TODAY).progress).toBe(30)
    expect(pieces.map(asTaskWork).map(({ cancelled, continuous }) => cancelled || continuous)).toEqual([
      false,
      false,
      true,
      true,
    ])
  })
  test('adds its products up by unit; what nobody has counted stays uncounted', () => {
    const outputs = (done: number | null) => [{ unit: 'lớp', planned: 2, done }]
    expect(totalOutputs([piece({ outputs: outputs(null) }), piece({ outputs: outputs(null) })])).toEqual([
      { unit: 'lớp', planned: 4, done: null },
    ])
    expect(totalOutputs([piece({ outputs: outputs(1) }), piece({ outputs: outputs(null) })])).toEqual([
      { unit: 'lớp', planned: 4, done: 1 },
    ])
  })
  test('owes its result, its evidence where it goes on, and the progress of what is late', () => {
    const late = { ...WORK, state: 'in_progress' as const }
    const task: YearOfTask = {
      ...{ code: 'NV-02', kind: 'continuous', lead: 'VH-TT', hasResult: false, evidence: 0 },
      pieces: [{ code: 'NV-02-2026-01', department: 'TP-HT', work: late, evidence: 0 }],
    }
    expect(owedForTask(task, TODAY)).toEqual([
      { department: 'VH-TT', kind: 'result', task: 'NV-02', subTask: null },
      { department: 'VH-TT', kind: 'evidence', task: 'NV-02', subTask: null },
      { department: 'TP-HT', kind: 'progress', task: 'NV-02', subTask: 'NV-02-2026-01' },
    ])
    const done = { ...WORK, state: 'done' as const, doneOn: day('2026-09-30') }
    const pieces = [{ code: 'x', department: null, work: done, evidence: 0 }]
    const recurring: YearOfTask = { ...task, kind: 'recurring', hasResult: true, pieces }
    expect(owedForTask(recurring, TODAY)).toMatchObject([
      { department: 'VH-TT', kind: 'evidence', subTask: 'x' },
    ])
    expect(owedForTask({ ...recurring, lead: null }, TODAY)).toEqual([])
  })
})

describe('carrying work forward', () => {
  test('takes what goes on: of a one-off task only what is open, of the others all that was not cancelled', () => {
    const carried = (kind: Parameters<typeof isCarried>[0]) =>
      TASK_STATES.filter((state) => isCarried(kind, state))
    expect(carried('one_off')).toEqual(['not_started', 'in_progress', 'paused', 'continuous'])
    for (const kind of ['continuous', 'recurring'] as const)
      expect(carried(kind)).toEqual(TASK_STATES.filter((state) => state !== 'cancelled'))
  })
  test('keeps the day and the month, and forgets what was done', () => {
    const next = carriedForward(
      { ...PLAN, startsOn: day('2024-02-29'), year: 2024, outputs: [{ unit: 'lớp', planned: 2, done: 2 }] },
      2025,
    )
    expect(next).toMatchObject({
      ...{ year: 2025, startsOn: '2025-02-28', dueOn: '2027-09-30' },
      outputs: [{ planned: 2, done: null }],
    })
  })
  test('never makes a sound plan unsound', () => {
    fc.assert(
      fc.property(fc.nat(364), fc.nat(364), (from, length) => {
        const startsOn = addDays(day('2024-01-01'), from)
        const plan = { ...PLAN, year: 2024, startsOn, dueOn: addDays(startsOn, length) }
        expect(subTaskFaults(carriedForward(plan, 2025))).toEqual([])
      }),
    )
  })
})

describe('an update', () => {
  test.each([
    ['that says nothing', {}, 'text', 'nothing_said'],
    ['that is not open to the state', { move: 'resume' as const }, 'move', 'wrong_move'],
    ['without the reason it owes', { move: 'cancel' as const }, 'text', 'reason_missing'],
    ['beyond 100', { progress: 101 }, 'progress', 'out_of_range'],
    [
      'of a product that is not planned',
      { outputs: [{ unit: 'xe', done: 1 }] },
      'outputs/0/unit',
      'unknown_unit',
    ],
    ['with an end that is none', { text: 'x', doneOn: TODAY }, 'doneOn', 'not_finishing'],
    ['done tomorrow', { move: 'finish' as const, doneOn: addDays(TODAY, 1) }, 'doneOn', 'future_day'],
  ])('%s is refused', (_name, more, field, code) => {
    expect(updateFaults(WORK, { ...QUIET, ...more }, TODAY)).toMatchObject([{ field, code }])
  })
  test('refuses a typed progress where products tell it', () => {
    const work = {
      ...WORK,
      progressFrom: 'outputs' as const,
      outputs: [{ unit: 'lớp', planned: 2, done: null }],
    }
    expect(updateFaults(work, { ...QUIET, progress: 10 }, TODAY)).toMatchObject([
      { code: 'comes_from_outputs' },
    ])
  })
  test('that counts a product begins the work', () => {
    const work = { ...WORK, outputs: [{ unit: 'lớp', planned: 2, done: null }] }
    const counted = (done: number) => updated(work, { ...QUIET, outputs: [{ unit: 'lớp', done }] }, TODAY)
    expect([counted(0).state, counted(1).state]).toEqual(['not_started', 'in_progress'])
  })
  test('gives finished work its day, and only opening it again takes that away', () => {
    const done = updated(WORK, { ...QUIET, move: 'finish' }, TODAY)
    expect(done).toMatchObject({ state: 'done', doneOn: TODAY })
    expect(updated(done, { ...QUIET, text: 'thêm ảnh' }, TODAY).doneOn).toBe(TODAY)
    expect(updated(done, { ...QUIET, move: 'reopen', text: 'sót' }, TODAY)).toMatchObject({
      state: 'in_progress',
      doneOn: null,
    })
  })
  test('leaves a state with a day of its end exactly where it is done', () => {
    fc.assert(
      fc.property(anyWork, fc.constantFrom(...TASK_MOVE_NAMES), (work, move) => {
        const start = { ...work, doneOn: work.state === 'done' ? TODAY : null }
        const update = { ...QUIET, move, text: 'vì' }
        if (updateFaults(start, update, TODAY).length > 0) return
        const after = updated(start, update, TODAY)
        expect(after.doneOn !== null).toBe(after.state === 'done')
      }),
    )
  })
})
