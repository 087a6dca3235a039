// The one door to a write: permission, transaction, audit, the plan's new revision, the feed. All, or nothing.
import { AsyncLocalStorage } from 'node:async_hooks'
import { sql, TransactionRollbackError } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { authorize } from './authorize.ts'
import type { Caller, Change, Context, Reader, Recorded, Tx } from './context.ts'
import { retrying } from './retry.ts'
import { writeTrail } from './trail.repo.ts'

type Run = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>

const inChange = new AsyncLocalStorage<true>()

/** A context over the database: every change is a transaction of its own. */
export function contextOver(db: Db, caller: Caller): Context {
  const run: Run = (work) => retrying(() => db.transaction((tx) => work(tx as Tx)))
  return makeContext(db, run, caller, false)
}

/** A context inside a transaction that somebody else opened and will commit: changes join it, reads see it. */
export function contextInside(tx: Tx, caller: Caller): Context {
  return makeContext(tx, (work) => work(tx), caller, true)
}

/**
 * Everything in one transaction, and only one process at a time: several that start together, or one that is killed
 * half-way, leave the whole of it or nothing.
 */
export function atomically<Result>(
  db: Db,
  lock: number,
  work: (contextOf: (caller: Caller) => Context) => Promise<Result>,
): Promise<Result> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local lock_timeout = 0`)
    await tx.execute(sql`select pg_advisory_xact_lock(${lock})`)
    return work((caller) => contextInside(tx as Tx, caller))
  })
}

function makeContext(reader: Reader, run: Run, caller: Caller, joined: boolean): Context {
  return {
    actor: caller.actor,
    now: caller.now,
    change: makeChange(run, caller),
    rehearse: makeChange((work) => run((tx) => takenBack(tx, work)), caller),
    keep: (act, work) => {
      authorize(caller.actor, act.action, { plan: act.plan?.code ?? null })
      return inChange.run(true, () => run(work))
    },
    get read() {
      // On the embedded database the read would wait for the transaction, and the transaction for the read.
      if (inChange.getStore() && !joined) throw new Error('inside a change, read through tx')
      return reader
    },
  }
}

/** Does the work in a savepoint and takes it back: its result is what would have happened. */
async function takenBack<Result>(tx: Tx, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const done: Result[] = []
  const inner = tx.transaction(async (savepoint) => {
    done.push(await work(savepoint as Tx))
    savepoint.rollback()
  })
  await inner.catch((error: unknown) => {
    if (!(error instanceof TransactionRollbackError)) throw error
  })
  return done[0] as Result
}

function makeChange(run: Run, caller: Caller): Change {
  return (act, work) => {
    authorize(caller.actor, act.action, { plan: act.plan?.code ?? null })
    return inChange.run(true, () =>
      run(async (tx) => {
        const records: Recorded[] = []
        const xidBefore = await assignedXid(tx)
        const result = await work(tx, (recorded) => {
          authorize(caller.actor, act.action, { ...recorded.subject, plan: act.plan?.code ?? null })
          records.push(recorded)
        })
        if (records.length > 0) await writeTrail(tx, act, records, caller)
        else if ((await assignedXid(tx)) !== xidBefore)
          throw new Error(`${act.action} wrote without recording what`)
        return result
      }),
    )
  }
}

/** Null until the transaction has written something. */
async function assignedXid(tx: Tx): Promise<string | null> {
  const { rows } = await tx.execute<{ xid: string | null }>(
    sql`select pg_current_xact_id_if_assigned()::text as xid`,
  )
  return rows[0]?.xid ?? null
}
