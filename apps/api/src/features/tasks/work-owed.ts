// What departments still owe for a year, and what came of it: for the department's report, the ward's, and the home page.
import type { Day } from '@tien-do/domain/day'
import { type Owed, owedForTask } from '@tien-do/domain/task-year'
import type { Reader } from '../../core/context.ts'
import { evidenceCounts } from '../evidence/index.ts'
import type { PlanInForce } from '../plans/index.ts'
import { workOfPlan } from './work-of-plan.ts'

/** What is missing for a year, each with the department that owes it. */
export async function owedForTasks(read: Reader, plan: PlanInForce, year: number, on: Day): Promise<Owed[]> {
  const works = await workOfPlan(read, plan, year, on)
  const ofTasks = await evidenceCounts(read, plan.id, 'task', year)
  const ofPieces = await evidenceCounts(read, plan.id, 'sub-task', year)
  return works.flatMap(({ task, leading, pieces, result }) =>
    owedForTask(
      {
        code: task.code,
        kind: task.kind,
        lead: leading.lead?.department ?? null,
        hasResult: result !== null,
        evidence: ofTasks.get(task.code) ?? 0,
        pieces: pieces.map((work) => ({
          code: work.code,
          department: work.department,
          work,
          evidence: ofPieces.get(work.code) ?? 0,
        })),
      },
      on,
    ),
  )
}
