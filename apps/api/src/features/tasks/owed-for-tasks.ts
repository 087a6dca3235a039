// The tasks of a year as whoever leads them answers for them: what departments' reports, home and reminders go by.
import type { Day } from '@tien-do/domain/day'
import type { YearOfTask } from '@tien-do/domain/task-year'
import type { Reader, Tx } from '../../core/context.ts'
import type { PlanInForce } from '../plans/index.ts'
import { type WorkOfTask, workOfPlan } from './work-of-plan.ts'

export interface OwedWork extends WorkOfTask {
  /** What the domain judges: `owedForTask`, `lackingTasks`. */
  readonly owed: YearOfTask
}

/** Every task with its year's work and evidence, who leads it on a day, and whether its result was written. */
export async function owedForTasks(
  read: Reader | Tx,
  plan: PlanInForce,
  year: number,
  on: Day,
): Promise<OwedWork[]> {
  const works = await workOfPlan(read, plan, year, on)
  return works.map((work) => ({
    ...work,
    owed: {
      code: work.task.code,
      kind: work.task.kind,
      lead: work.leading.lead?.department ?? null,
      hasResult: work.result !== null,
      evidence: work.evidence,
      pieces: work.pieces.map((piece) => ({
        code: piece.code,
        department: piece.department,
        work: piece,
        evidence: piece.evidence,
      })),
    },
  }))
}
