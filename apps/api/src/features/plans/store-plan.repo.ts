// Writes a plan over what is stored: what keeps its code keeps its identity, and so its figures.
import type { PlanId } from '@tien-do/domain/ids'
import type { Plan } from '@tien-do/domain/plan'
import { eq } from 'drizzle-orm'
import type { Tx } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
import { department, plan } from '../../db/schema/index.ts'
import { storeIndicators } from './store-indicators.repo.ts'
import { storeAreas, storeDepartments } from './store-organisation.repo.ts'
import { storeDeadlines, storeTasks } from './store-work.repo.ts'
import { bodyOf, codesOf, dropOthers } from './stored-rows.repo.ts'

/** The plan that is there already, or whether the figures of a new one will be samples. */
export type Known = { readonly id: PlanId } | { readonly sample: boolean }

/** Inserts or replaces the plan; returns its id. A foreign key refuses to drop what figures or people point to. */
export async function storePlan(tx: Tx, file: Plan, at: string, known: Known): Promise<string> {
  const planId = await storeHead(tx, file, at, known)
  const departmentIds = await storeDepartments(tx, planId, file)
  await storeAreas(tx, planId, file)
  await storeIndicators(tx, planId, file, departmentIds)
  await storeTasks(tx, planId, file, departmentIds)
  await storeDeadlines(tx, planId, file)
  // Last: until now indicators and tasks may still have pointed to them.
  await dropOthers(tx, department, planId, codesOf(file.departments))
  return planId
}

async function storeHead(tx: Tx, file: Plan, at: string, known: Known): Promise<string> {
  const head = {
    title: file.title,
    shortTitle: file.shortTitle,
    startsOn: file.startsOn,
    body: bodyOf(file),
    updatedAt: at,
  }
  if ('id' in known) {
    await tx.update(plan).set(head).where(eq(plan.id, known.id))
    return known.id
  }
  const id = newId<PlanId>()
  await tx
    .insert(plan)
    .values({ id, code: file.code, ...head, sample: known.sample, revision: 0, createdAt: at })
  return id
}
