// Work for later, put down in the transaction that makes it necessary: committed with it, or not at all.
import type { JobKind } from '@tien-do/domain/job'
import { sql } from 'drizzle-orm'
import { announce } from './announce.repo.ts'
import type { Tx } from './context.ts'

export interface JobToCome {
  /** At most one job of this kind with this key is ever waiting, running or done within its retention. */
  readonly key?: string
  /** Not before that instant. */
  readonly after?: Date
}

/** Hands a job to the queue; the worker of any process takes it after the commit. Its retries are those of its kind. */
export async function enqueue(
  tx: Tx,
  kind: JobKind,
  data: Readonly<Record<string, unknown>>,
  { key, after }: JobToCome = {},
): Promise<void> {
  await tx.execute(sql`
    insert into pgboss.job
      (name, data, start_after, singleton_key, singleton_on, expire_seconds, deletion_seconds, keep_until,
       retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds)
    select name, ${JSON.stringify(data)}::jsonb, coalesce(${after?.toISOString() ?? null}::timestamptz, now()),
      ${key ?? null}::text, case when ${key ?? null}::text is null then null else 'epoch'::timestamp end,
      expire_seconds, deletion_seconds, now() + retention_seconds * interval '1 second',
      retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds
    from pgboss.queue where name = ${kind}
    on conflict do nothing`)
  if (!after) await announce(tx, { job: kind })
}
