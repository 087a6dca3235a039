import { type Day, dayAtInstant } from '@tien-do/domain/day'
import { versionOn } from '@tien-do/domain/department'
import type { PlanId } from '@tien-do/domain/ids'
import { can } from '@tien-do/domain/permission'
import type { Plan } from '@tien-do/domain/plan'
import { differencesBetween } from '@tien-do/domain/plan-difference'
import { parsePlanFile } from '@tien-do/domain/plan-file'
import { canonicalJson, sha256 } from '../../core/canonical-json.ts'
import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { sqlStateOf } from '../../core/sql-state.ts'
import { planOfRow } from './plan-cache.ts'
import { findPlanRow, listPlanRows, lockPlanRow, type PlanInForce, type PlanRow } from './plans.repo.ts'
import { type Known, storePlan } from './store-plan.repo.ts'

const FOREIGN_KEY = '23503'

/** The plan of a code, or `plan.not-found`. */
export async function getPlan(context: Context, code: string): Promise<PlanInForce> {
  return planOfRow(context.read, await getPlanRow(context, code))
}

/** The plan's row, if there is such a plan. */
export function findPlan(context: Context, code: string): Promise<PlanRow | undefined> {
  return findPlanRow(context.read, code)
}

/** Only the plan's row: enough for an ETag, without reading the plan. */
export async function getPlanRow(context: Context, code: string): Promise<PlanRow> {
  const row = await findPlanRow(context.read, code)
  if (!row) throw new AppError('plan.not-found')
  return row
}

/** The same inside a change. */
export async function getPlanForChange(tx: Tx, code: string): Promise<PlanInForce> {
  const row = await findPlanRow(tx, code)
  if (!row) throw new AppError('plan.not-found')
  return planOfRow(tx, row)
}

/** The same, held until the change ends: what is decided from it is still so when it is written. */
export async function lockPlanInForce(tx: Tx, id: PlanId): Promise<PlanInForce> {
  return planOfRow(tx, await lockPlanRow(tx, id))
}

/** The day it is in Việt Nam by the server's clock. */
export function today(context: Pick<Context, 'now'>): Day {
  return dayAtInstant(context.now().getTime())
}

/** The plans in which the caller has a role. */
export async function listPlans(context: Context): Promise<PlanRow[]> {
  const rows = await listPlanRows(context.read)
  return rows.filter((row) => can(context.actor, 'plan.read', { plan: row.code }).allowed)
}

/** The same, read whole. */
export async function listPlansInForce(context: Context): Promise<PlanInForce[]> {
  const plans: PlanInForce[] = []
  for (const row of await listPlans(context)) plans.push(await planOfRow(context.read, row))
  return plans
}

/** The issuer's name as it was on the day the plan was issued, or at its start. */
export function issuerName({ plan }: PlanInForce): string {
  const issuer = plan.departments.find((each) => each.code === plan.document.issuer)
  return issuer
    ? (versionOn(issuer.versions, plan.document.issuedOn ?? plan.startsOn)?.name ?? issuer.code)
    : plan.document.issuer
}

export function fileEtag(plan: Plan): string {
  return `"${sha256(canonicalJson(plan)).slice(0, 32)}"`
}

/** Reads a plan file, or throws `plan-file.faulty` with a pointer to each fault. */
function readPlanFile(file: unknown, code: string): Plan {
  const parsed = parsePlanFile(file)
  if (!parsed.ok) throw faulty(parsed.faults)
  if (parsed.plan.code !== code)
    throw faulty([{ pointer: '/code', code: 'not_this_plan', params: { expected: code } }])
  return parsed.plan
}

/** What would change if the file became the plan. */
export async function comparePlanFile(context: Context, code: string, file: unknown) {
  const plan = readPlanFile(file, code)
  const row = await findPlanRow(context.read, code)
  return differencesBetween(row ? (await planOfRow(context.read, row)).plan : null, plan)
}

/** Makes the file the plan, in one change; loading what was exported changes nothing. */
export async function replacePlan(
  context: Context,
  code: string,
  file: unknown,
  seen: string | null,
  sample = false,
) {
  const plan = readPlanFile(file, code)
  const row = await findPlanRow(context.read, code)
  if (!row) return createPlan(context, plan, seen, sample)
  const id = row.id as PlanId
  return context.change({ action: 'plan.replace', plan: { id, code } }, async (tx, record) => {
    const differencesFrom = (before: PlanInForce) => {
      if (seen !== null && seen !== fileEtag(before.plan)) throw new AppError('version.mismatch')
      return differencesBetween(before.plan, plan)
    }
    if (differencesFrom(await getPlanForChange(tx, code)).length === 0) return []
    // Between that reading and this lock somebody else may have replaced it.
    const before = await planOfRow(tx, await lockPlanRow(tx, id))
    const differences = differencesFrom(before)
    await storeGuarded(tx, plan, context, { id })
    // A plan belongs to no department: a key that is narrowed to one cannot replace it.
    const subject = { department: null }
    record({ resource: 'plan', id, code, subject, before: before.plan, after: { differences } })
    return differences
  })
}

/** Writes the plan as it is after an act inside a change; the act records what it did. */
export async function rewritePlan(tx: Tx, plan: Plan, context: Context, id: PlanId): Promise<void> {
  await storeGuarded(tx, plan, context, { id })
}

/** The plan's row is written first, so that its trail has a chain to stand on. */
async function createPlan(context: Context, plan: Plan, seen: string | null, sample: boolean) {
  if (seen !== null) throw new AppError('version.mismatch')
  const differences = differencesBetween(null, plan)
  await context.change({ action: 'plan.replace', plan: null }, async (tx, record) => {
    const id = await storeGuarded(tx, plan, context, { sample })
    record({
      resource: 'plan',
      id,
      code: plan.code,
      subject: { department: null },
      before: null,
      after: plan,
    })
  })
  return differences
}

async function storeGuarded(tx: Tx, plan: Plan, context: Context, known: Known): Promise<string> {
  try {
    return await storePlan(tx, plan, context.now().toISOString(), known)
  } catch (error) {
    if (sqlStateOf(error) === FOREIGN_KEY) throw new AppError('plan.in-use', { cause: error })
    throw error
  }
}

function faulty(
  faults: readonly { pointer: string; code: string; params?: Readonly<Record<string, unknown>> }[],
): AppError {
  return new AppError('plan-file.faulty', {
    faults: faults.map((fault) => ({ ...fault, in: 'body' as const })),
  })
}
