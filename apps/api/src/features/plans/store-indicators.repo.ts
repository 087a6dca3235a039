// Indicators of a plan and their targets, as rows.

import type { Plan } from '@tien-do/domain/plan'
import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
import { indicator, target } from '../../db/schema/index.ts'
import { codesOf, dropOthers, replaced } from './stored-rows.repo.ts'

/** What keeps its code keeps its figures; targets are written anew. */
export async function storeIndicators(
  tx: Tx,
  planId: string,
  file: Plan,
  departmentIds: ReadonlyMap<string, string>,
): Promise<void> {
  const dates = new Map(file.milestones.map((milestone) => [milestone.code, milestone.on]))
  const rows = file.indicators.map(
    ({ code, group, owner, perArea, measure, direction, targets: _targets, ...detail }, position) => ({
      id: newId<string>(),
      planId,
      code,
      groupCode: group,
      ownerId: owner ? departmentIds.get(owner)! : null,
      perArea,
      measure,
      direction,
      detail,
      position,
    }),
  )
  await tx
    .delete(target)
    .where(
      inArray(
        target.indicatorId,
        tx.select({ id: indicator.id }).from(indicator).where(eq(indicator.planId, planId)),
      ),
    )
  await dropOthers(tx, indicator, planId, codesOf(file.indicators))
  if (rows.length === 0) return
  const stored = await tx
    .insert(indicator)
    .values(rows)
    .onConflictDoUpdate({
      target: [indicator.planId, indicator.code],
      set: replaced(indicator, [
        'group_code',
        'owner_id',
        'per_area',
        'measure',
        'direction',
        'detail',
        'position',
      ]),
    })
    .returning({ id: indicator.id, code: indicator.code })
  const ids = new Map(stored.map((row) => [row.code, row.id]))
  const targets = file.indicators.flatMap((each) =>
    each.targets.map((aim, position) => ({
      id: newId<string>(),
      indicatorId: ids.get(each.code)!,
      ...aim,
      on: dates.get(aim.milestone)!,
      position,
    })),
  )
  if (targets.length > 0) await tx.insert(target).values(targets)
}
