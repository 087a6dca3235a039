import { addDays, type Day, startOfDay } from '@tien-do/domain/day'
import type { PlanId } from '@tien-do/domain/ids'
import { can } from '@tien-do/domain/permission'
import type { Context } from '../../core/context.ts'
import { getPlanRow } from '../plans/index.ts'
import { installationHead, listEvents } from './audit.repo.ts'
import { type Verification, verifyChain } from './verify-audit.ts'

export interface AuditQuery {
  readonly actor?: string
  readonly resource?: string
  readonly resourceId?: string
  readonly action?: string
  readonly from?: string
  readonly to?: string
  readonly limit: number
}

/** Whoever may not read it all reads what they did themselves. */
function actorShown(context: Context, planCode: string, asked: string | undefined) {
  const all = can(context.actor, 'audit.read', { plan: planCode, department: null }).allowed
  return (all ? asked : context.actor.personId) as Context['actor']['personId'] | undefined
}

/** What happened in a plan, newest first; `to` is a day that is still shown. */
export async function listAuditEvents(
  context: Context,
  planCode: string,
  query: AuditQuery,
  before: number | null,
) {
  const plan = await getPlanRow(context, planCode)
  return listEvents(
    context.read,
    {
      ...filterOf(query),
      planId: plan.id as PlanId,
      actorId: actorShown(context, planCode, query.actor),
    },
    before,
    query.limit,
  )
}

/** Sign-ins, refusals, keys and people: what belongs to the installation rather than to a plan. */
export function listAccessEvents(context: Context, query: AuditQuery, before: number | null) {
  const actorId = query.actor as Context['actor']['personId'] | undefined
  return listEvents(context.read, { ...filterOf(query), planId: null, actorId }, before, query.limit)
}

function filterOf({ resource, resourceId, action, from, to }: AuditQuery) {
  return {
    resource,
    resourceId,
    action,
    from: from ? new Date(startOfDay(from as Day)) : undefined,
    until: to ? new Date(startOfDay(addDays(to as Day, 1))) : undefined,
  }
}

export async function verifyAudit(
  context: Context,
  planCode: string,
  known: string | null,
): Promise<Verification> {
  const plan = await getPlanRow(context, planCode)
  const stored = async () => (await getPlanRow(context, planCode)).auditHead
  return verifyChain(context.read, plan.id as PlanId, stored, known)
}

export function verifyAccessAudit(context: Context, known: string | null): Promise<Verification> {
  return verifyChain(context.read, null, () => installationHead(context.read), known)
}
