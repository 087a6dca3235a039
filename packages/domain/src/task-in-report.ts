// A task of the plan in the year's report: who led it, what came of it, how far it stands in the words of the office.

import { formatDecimal } from './number-vi.ts'
import type { SnapshotTask } from './report-snapshot.ts'
import type { SubTaskWork, TaskOutput } from './sub-task.ts'
import type { Leading } from './task-assignment.ts'
import type { TaskState } from './task-state.ts'
import type { TaskVerdict, TaskYear } from './task-year.ts'

export type TaskFacts = Omit<SnapshotTask, 'code' | 'name' | 'kind' | 'role'>

export interface TaskInYear {
  readonly leading: Leading
  readonly pieces: readonly Pick<SubTaskWork, 'state' | 'dueOn'>[]
  readonly sum: TaskYear
  readonly result: {
    readonly verdict: TaskVerdict
    readonly result: string
    readonly remaining: string | null
  } | null
}

/** How work stands, in the words of the office. */
export const TASK_STATE_WORDS: Readonly<Record<TaskState, string>> = {
  not_started: 'Chưa triển khai',
  in_progress: 'Đang thực hiện',
  done: 'Hoàn thành',
  paused: 'Tạm dừng',
  cancelled: 'Không thực hiện',
  continuous: 'Thực hiện thường xuyên',
}

/** What the lead says of the year goes before what its pieces of work add up to; where there is neither, nothing. */
export function taskFacts({ leading, pieces, sum, result }: TaskInYear): TaskFacts {
  const said = result?.verdict ?? null
  const counted = pieces.filter(({ state }) => state !== 'cancelled')
  const state = said ?? (counted.length > 0 ? sum.state : null)
  const dueDays = counted.flatMap(({ dueOn }) => dueOn ?? [])
  return {
    lead: leading.lead?.department ?? null,
    coordinating: leading.coordinating,
    result: result?.result ?? null,
    remaining: result?.remaining ?? null,
    progress: state && TASK_STATE_WORDS[state],
    outputs: sum.outputs,
    done: state === 'done',
    late: sum.lateness.worst !== null,
    daysLate: sum.lateness.days,
    dueOn: dueDays.toSorted().at(-1) ?? null,
  }
}

/** "19/24 tin, bài; 41/48 lượt phát". */
export function outputsInWords(outputs: readonly TaskOutput[]): string {
  return outputs
    .map(({ unit, planned, done }) => `${amount(done ?? 0)}/${amount(planned)} ${unit}`)
    .join('; ')
}

function amount(value: number): string {
  return formatDecimal(value, Number.isInteger(value) ? 0 : 1)
}
