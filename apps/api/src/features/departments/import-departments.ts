// Departments as rows of a file, and back: one change of the plan for all of them; none is ended by a file.
import { takeDepartment } from '@tien-do/domain/import-department'
import type { DepartmentRow } from '@tien-do/domain/import-registers'
import type { Plan } from '@tien-do/domain/plan'
import { authorize } from '../../core/authorize.ts'
import { type Batch, outcomesOf, stateAfter } from '../../core/batch.ts'
import type { Context, Tx } from '../../core/context.ts'
import { lockPlanInForce, type PlanInForce, rewritePlan, today } from '../plans/index.ts'
import { listClosedYears } from './carry-over.repo.ts'

/** What each row would do after the ones above it. */
export async function importDepartments(
  tx: Tx,
  context: Context,
  { id, code, plan }: PlanInForce,
  rows: readonly DepartmentRow[],
): Promise<Batch> {
  authorize(context.actor, 'department.arrange', { plan: code, department: null })
  const known = { today: today(context), closedYears: await listClosedYears(tx, id) }
  const take = (before: Plan, row: DepartmentRow) => takeDepartment(before, row, known)
  return {
    outcomes: outcomesOf(plan, rows, take),
    write: async (kept) => {
      // Held from here on: what the plan is now is what the rows are written into.
      const { plan: now } = await lockPlanInForce(tx, id)
      const written = kept.map((index) => rows[index]!)
      await rewritePlan(tx, stateAfter(now, written, take), context, id)
    },
  }
}

/** All departments that ever were, as they are called now or were called last. */
export function exportDepartments({ plan }: PlanInForce) {
  return plan.departments.map(({ code, kind, reports, versions }) => {
    const last = versions.at(-1)
    const row: DepartmentRow = {
      code,
      name: last?.name ?? null,
      shortName: last?.shortName ?? null,
      symbol: last?.symbol ?? null,
      kind,
      parent: last?.parent ?? null,
      reports: reports ? 'yes' : 'no',
      validFrom: versions[0]?.validFrom ?? null,
      renamedOn: versions.length > 1 ? (last?.validFrom ?? null) : null,
      legalBasis: null,
      validTo: last?.validTo ?? null,
    }
    return { department: code, row }
  })
}
