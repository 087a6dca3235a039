// Tasks and deadlines of a plan, as rows.
import type { Plan } from '@tien-do/domain/plan'
import type { Tx } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
import { deadline, task } from '../../db/schema/index.ts'
import { codesOf, dropOthers, replaced } from './stored-rows.repo.ts'

export async function storeTasks(
  tx: Tx,
  planId: string,
  file: Plan,
  departmentIds: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = file.tasks.map(({ code, lead, kind, role, ...detail }, position) => ({
    id: newId<string>(),
    planId,
    code,
    leadId: lead ? departmentIds.get(lead.department)! : null,
    leadStated: lead?.stated ?? false,
    kind,
    role,
    detail,
    position,
  }))
  await dropOthers(tx, task, planId, codesOf(file.tasks))
  if (rows.length === 0) return
  await tx
    .insert(task)
    .values(rows)
    .onConflictDoUpdate({
      target: [task.planId, task.code],
      set: replaced(task, ['lead_id', 'lead_stated', 'kind', 'role', 'detail', 'position']),
    })
}

export async function storeDeadlines(tx: Tx, planId: string, file: Plan): Promise<void> {
  const rows = file.deadlines.map(({ code, rule, before, ...detail }, position) => ({
    id: newId<string>(),
    planId,
    code,
    rule,
    before,
    detail,
    position,
  }))
  await dropOthers(tx, deadline, planId, codesOf(file.deadlines))
  if (rows.length === 0) return
  await tx
    .insert(deadline)
    .values(rows)
    .onConflictDoUpdate({
      target: [deadline.planId, deadline.code],
      set: replaced(deadline, ['rule', 'before', 'detail', 'position']),
    })
}
