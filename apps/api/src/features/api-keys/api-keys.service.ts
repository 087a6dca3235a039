import { timingSafeEqual } from 'node:crypto'
import { addDays, type Day, startOfDay } from '@tien-do/domain/day'
import type { DepartmentId } from '@tien-do/domain/ids'
import type { Actor, Grant, Scope } from '@tien-do/domain/permission'
import { sha256 } from '../../core/canonical-json.ts'
import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { isNetwork, isWithin } from '../../core/networks.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, type PlanInForce, today } from '../plans/index.ts'
import {
  type ApiKeyRow,
  findKey,
  hasSuccessor,
  insertKey,
  listKeys,
  lockKey,
  markRevoked,
  shortenLife,
} from './api-keys.repo.ts'
import type { KeyRotation, NewApiKey } from './api-keys.schema.ts'
import { newKeyText } from './key-text.ts'
import { type KeyView, stateOf, viewOf } from './key-view.ts'

const LONGEST_DAYS = 365
const REQUESTS_PER_MINUTE = 600
const MS_PER_DAY = 86_400_000
const NONE: ReadonlySet<string> = new Set()

export async function listApiKeys(context: Context, planCode: string): Promise<KeyView[]> {
  const plan = await getPlan(context, planCode)
  const rows = await listKeys(context.read, plan.id)
  const now = context.now()
  const replaced = new Set(
    rows.flatMap((row) => (stateOf(row, now) === 'live' ? [row.replacesId ?? ''] : [])),
  )
  return rows.map((row) => viewOf(context, plan, row, replaced))
}

/** Makes a key; its text is returned this once and never stored. */
export async function issueApiKey(context: Context, planCode: string, input: NewApiKey) {
  const plan = await getPlan(context, planCode)
  const settings = {
    name: input.name,
    scopes: [...input.scopes],
    departments: departmentsOf(plan, input.departments ?? []),
    addresses: networksOf(input.addresses ?? []),
    requestsPerMinute: input.requestsPerMinute ?? REQUESTS_PER_MINUTE,
    expiresAt: expiryOf(context, input.expiresOn),
    replacesId: null,
  }
  return context.change({ action: 'api-key.issue', plan }, async (tx, record) => {
    const { row, text } = await store(context, tx, plan, settings)
    record({ resource: 'api-key', id: row.id, code: row.prefix, before: null, after: shown(row) })
    return { view: viewOf(context, plan, row, NONE), text }
  })
}

/**
 * Makes the key that takes over from this one, with the same settings and a year before it. Both live until the older
 * one is over: never more than two.
 */
export async function rotateApiKey(
  context: Context,
  planCode: string,
  id: string,
  { keepDays }: KeyRotation,
) {
  const plan = await getPlan(context, planCode)
  return context.change({ action: 'api-key.rotate', plan }, async (tx, record) => {
    await lockKey(tx, id)
    const before = await findKey(tx, plan.id, id)
    if (!before) throw new AppError('api-key.not-found')
    const now = context.now()
    const at = now.toISOString()
    if (stateOf(before, now) !== 'live' || (await hasSuccessor(tx, id, at)))
      throw new AppError('api-key.wrong-state')
    const { name, scopes, departments, addresses, requestsPerMinute } = before
    const { row, text } = await store(context, tx, plan, {
      ...{ name, scopes, departments, addresses, requestsPerMinute },
      expiresAt: expiryOf(context, undefined),
      replacesId: id,
    })
    const until = new Date(now.getTime() + keepDays * MS_PER_DAY).toISOString()
    await shortenLife(tx, id, until)
    record({ resource: 'api-key', id: row.id, code: row.prefix, before: null, after: shown(row) })
    record({
      resource: 'api-key',
      id,
      code: before.prefix,
      before: { expiresAt: before.expiresAt },
      after: { expiresAt: until, replacedBy: row.id },
    })
    return { view: viewOf(context, plan, row, NONE), text }
  })
}

export async function revokeApiKey(context: Context, planCode: string, id: string): Promise<KeyView> {
  const plan = await getPlan(context, planCode)
  return context.change({ action: 'api-key.revoke', plan }, async (tx, record) => {
    const before = await findKey(tx, plan.id, id)
    if (!before) throw new AppError('api-key.not-found')
    if (before.revokedAt) return viewOf(context, plan, before, NONE)
    const at = context.now().toISOString()
    await markRevoked(tx, id, at)
    record({
      resource: 'api-key',
      id,
      code: before.prefix,
      before: { revokedAt: null },
      after: { revokedAt: at },
    })
    return viewOf(context, plan, { ...before, revokedAt: at }, NONE)
  })
}

export function isLive(row: ApiKeyRow, secret: string, now: Date): boolean {
  const same = timingSafeEqual(Buffer.from(row.secretHash, 'hex'), Buffer.from(sha256(secret), 'hex'))
  return same && stateOf(row, now) === 'live'
}

export function mayComeFrom(row: Pick<ApiKeyRow, 'addresses'>, ip: string): boolean {
  return row.addresses.length === 0 || isWithin(row.addresses, ip)
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

type Settings = Pick<
  ApiKeyRow,
  'name' | 'scopes' | 'departments' | 'addresses' | 'requestsPerMinute' | 'expiresAt' | 'replacesId'
>

async function store(context: Context, tx: Tx, plan: PlanInForce, settings: Settings) {
  const { prefix, secret, text } = newKeyText()
  const id = newId<string>()
  await insertKey(tx, {
    ...settings,
    id,
    prefix,
    secretHash: sha256(secret),
    ownerId: context.actor.personId,
    planId: plan.id,
    createdAt: context.now().toISOString(),
  })
  const row = await findKey(tx, plan.id, id)
  if (!row) throw new Error(`key ${id} vanished`)
  return { row, text }
}

/** What the audit may know of a key: all but its hash. */
function shown({ secretHash: _hash, ownerName: _name, planCode: _code, ...rest }: ApiKeyRow) {
  return rest
}

function networksOf(texts: readonly string[]): string[] {
  const faults = texts.flatMap((text, index) =>
    isNetwork(text)
      ? []
      : [{ pointer: `/addresses/${index}`, in: 'body' as const, code: 'not_an_address', params: { text } }],
  )
  if (faults.length > 0) throw new AppError('validation-failed', { faults })
  return [...texts]
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
