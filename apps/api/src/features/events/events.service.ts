// What a follower is told, and what they may hear of it.
import { type Actor, can } from '@tien-do/domain/permission'
import type { Context } from '../../core/context.ts'
import type { ChangeHint } from '../../core/hint.ts'
import { listPlans } from '../plans/index.ts'
import { listResourcesSince } from './events.repo.ts'
import type { PlanRevisions } from './events.schema.ts'

export type Seen = Map<string, number>

export async function listRevisions(context: Context): Promise<PlanRevisions> {
  const plans = await listPlans(context)
  return { plans: plans.map(({ code, revision }) => ({ plan: code, revision })) }
}

/** What happened between the last event that a follower had and now. */
export async function listMissed(context: Context, seen: Seen, now: PlanRevisions): Promise<ChangeHint[]> {
  const missed: ChangeHint[] = []
  for (const { plan, revision } of now.plans) {
    const last = seen.get(plan)
    if (last === undefined || last >= revision) continue
    missed.push({ plan, revision, resources: await listResourcesSince(context.read, plan, last) })
  }
  return missed
}

/** What belongs to the installation may be heard by whoever has a role at all. */
export function mayHear(actor: Actor, { plan }: ChangeHint): boolean {
  return can(actor, 'event.read', { plan }).allowed
}

/** An event's id says how far its follower has come in each plan; anything else is a follower who begins. */
export function readSeen(lastEventId: string | undefined): Seen {
  const entries = [...new URLSearchParams(lastEventId ?? '')].map(
    ([plan, revision]) => [plan, Number(revision)] as const,
  )
  return new Map(entries.filter(([, revision]) => Number.isSafeInteger(revision)))
}

export function eventText(event: 'change' | 'missed', hint: ChangeHint | null, seen: Seen): string {
  if (hint?.plan && hint.revision !== null) seen.set(hint.plan, hint.revision)
  const id = new URLSearchParams(
    [...seen].map(([plan, revision]): [string, string] => [plan, String(revision)]),
  )
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(hint ?? {})}\n\n`
}
