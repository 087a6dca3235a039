// Evidence as it is read; adding and removing it have files of their own.
import type { Day } from '@tien-do/domain/day'
import type { EvidenceResource, EvidenceSubject } from '@tien-do/domain/evidence'
import type { DepartmentId, PlanId } from '@tien-do/domain/ids'
import type { Context, Reader, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, type PlanInForce, today } from '../plans/index.ts'
import {
  countEvidenceByCode,
  type EvidenceFilter,
  type EvidenceRow,
  findEvidence,
  listEvidenceRows,
} from './evidence.repo.ts'
import { departmentOf } from './evidence-subject.ts'

/** A piece of evidence and whose its subject is; undefined: the subject is no longer there. */
export interface OwnedEvidence {
  readonly row: EvidenceRow
  readonly department: DepartmentId | null | undefined
}

export async function listEvidence(context: Context, planCode: string, filter: EvidenceFilter) {
  const plan = await getPlan(context, planCode)
  const { resource, code, year = null } = filter
  // Asked for one thing, the answer says whether there is such a thing and what may be done with it.
  const on = today(context)
  const department =
    code === undefined ? undefined : await departmentOf(context.read, plan, { resource, code, year }, on)
  const rows = await listEvidenceRows(context.read, plan.id, filter)
  const owned: OwnedEvidence[] = []
  for (const row of rows)
    owned.push({ row, department: department ?? (await ownerOf(context.read, plan, row, on)) })
  return { owned, department }
}

/** A piece of evidence, removed or not, or `evidence.not-found`. */
export async function getEvidence(context: Context, planCode: string, id: string): Promise<OwnedEvidence> {
  const plan = await getPlan(context, planCode)
  const row = await findEvidence(context.read, plan.id, id)
  if (!row) throw new AppError('evidence.not-found')
  return { row, department: await ownerOf(context.read, plan, row, today(context)) }
}

/** What was about something that is no longer in the plan stays readable. */
async function ownerOf(read: Reader, plan: PlanInForce, subject: EvidenceSubject, on: Day) {
  return departmentOf(read, plan, subject, on).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'evidence.subject-not-found') return undefined
    throw error
  })
}

/** How many pieces of evidence there are for a year, by code (`FB-02`, `FB-02/TDP-05`, `NV-09`). */
export function evidenceCounts(
  read: Reader | Tx,
  planId: PlanId,
  resource: EvidenceResource,
  year: number,
): Promise<ReadonlyMap<string, number>> {
  return countEvidenceByCode(read, planId, resource, year)
}
