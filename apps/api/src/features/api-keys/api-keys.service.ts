import { timingSafeEqual } from 'node:crypto'
import type { Day } from '@tien-do/domain/day'
import { addDays, startOfDay } from '@tien-do/domain/day'
import type { DepartmentId } from '@tien-do/domain/ids'
import type { Actor, Grant, Scope } from '@tien-do/domain/permission'
import { sha256 } from '../../core/canonical-json.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, type PlanInForce, today } from '../plans/index.ts'
import { type ApiKeyRow, findKey, insertKey, listKeys, markRevoked } from './api-keys.repo.ts'
import type { NewApiKey } from './api-keys.schema.ts'
import { newKeyText } from './key-text.ts'

const LONGEST_DAYS = 365

export async function listApiKeys(context: Context, planCode: string) {
  const plan = await getPlan(context, planCode)
  return { plan, rows: await listKeys(context.read, plan.id) }
}

/** Makes a key; its text is returned this once and never stored. */
export async function issueApiKey(context: Context, planCode: string, input: NewApiKey) {
  const plan = await getPlan(context, planCode)
  const { prefix, secret, text } = newKeyText()
  const row = {
    id: newId<string>(),
    prefix,
    secretHash: sha256(secret),
    name: input.name,
    ownerId: context.actor.personId,
    planId: plan.id,
    scopes: [...input.scopes],
    departments: departmentsOf(plan, input.departments ?? []),
    createdAt: context.now().toISOString(),
    expiresAt: expiryOf(context, input.expiresOn),
  }
  return context.change({ action: 'api-key.issue', plan }, async (tx, record) => {
    await insertKey(tx, row)
    const { secretHash: _secret, ...shown } = row
    record({ resource: 'api-key', id: row.id, code: prefix, before: null, after: shown })
    const stored = await findKey(tx, plan.id, row.id)
    if (!stored) throw new Error(`key ${row.id} vanished`)
    return { plan, row: stored, text }
  })
}

export async function revokeApiKey(context: Context, planCode: string, id: string) {
  const plan = await getPlan(context, planCode)
  return context.change({ action: 'api-key.revoke', plan }, async (tx, record) => {
    const before = await findKey(tx, plan.id, id)
    if (!before) throw new AppError('api-key.not-found')
    if (before.revokedAt) return { plan, row: before }
    const at = context.now().toISOString()
    await markRevoked(tx, id, at)
    record({
      resource: 'api-key',
      id,
      code: before.prefix,
      before: { revokedAt: null },
      after: { revokedAt: at },
    })
    return { plan, row: { ...before, revokedAt: at } }
  })
}

export function isLive(row: ApiKeyRow, secret: string, now: Date): boolean {
  const same = timingSafeEqual(Buffer.from(row.secretHash, 'hex'), Buffer.from(sha256(secret), 'hex'))
  return same && row.revokedAt === null && new Date(row.expiresAt) > now
}

/** A key acts for its maker, in its plan and departments only, and by its scopes at most. */
export function actorOfKey(
  row: ApiKeyRow,
  owner: { id: Actor['personId']; name: string },
  grants: readonly Grant[],
): Actor {
  const kept = row.departments as DepartmentId[]
  const narrowed = grants
    .filter((grant) => grant.plan === null || grant.plan === row.planCode)
    .map((grant) => ({ ...grant, plan: row.planCode }))
  return {
    personId: owner.id,
    name: `${owner.name} (khóa API: ${row.name})`,
    grants: narrowed,
    scopes: row.scopes as Scope[],
    ...(kept.length > 0 ? { narrowedTo: kept } : {}),
  }
}

export function departmentCodesOf(plan: PlanInForce): Map<string, string> {
  return new Map([...plan.departments].map(([code, id]) => [id, code]))
}

function departmentsOf(plan: PlanInForce, codes: readonly string[]): string[] {
  return codes.map((code, index) => {
    const id = plan.departments.get(code)
    if (!id)
      throw new AppError('validation-failed', {
        faults: [
          { pointer: `/departments/${index}`, in: 'body', code: 'unknown_department', params: { code } },
        ],
      })
    return id
  })
}

function expiryOf(context: Context, expiresOn: string | undefined): string {
  const latest = addDays(today(context), LONGEST_DAYS)
  const on = (expiresOn as Day | undefined) ?? latest
  if (on > latest || on <= today(context)) {
    throw new AppError('validation-failed', {
      faults: [{ pointer: '/expiresOn', in: 'body', code: 'out_of_range', params: { latest } }],
    })
  }
  return new Date(startOfDay(addDays(on, 1))).toISOString()
}
