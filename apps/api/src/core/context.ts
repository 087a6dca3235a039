// All that a service may hold: a reader, and a way to change; never the database itself.
import type { PlanId } from '@tien-do/domain/ids'
import type { Action, Actor, Subject } from '@tien-do/domain/permission'
import type { Db } from '../db/client.ts'

export type Reader = Pick<Db, 'select' | 'selectDistinct' | 'selectDistinctOn' | 'query' | '$count'>

declare const insideChange: unique symbol
type Transaction = Parameters<Parameters<Db['transaction']>[0]>[0]
/** A transaction that only the door to a write makes. */
export type Tx = Transaction & { readonly [insideChange]: true }

/** Room to add to, never to change what is there. */
export type Ledger = Pick<Tx, 'insert'>

export interface Context {
  readonly read: Reader
  readonly change: Change
  /** The same road as `change`, trail and constraints included, and all of it taken back: what would happen. */
  readonly rehearse: Change
  /** Puts down what is known about a request rather than about the ward: no trail, no new revision. */
  readonly keep: (act: Act, work: (ledger: Ledger) => Promise<void>) => Promise<void>
  readonly actor: Actor
  readonly now: () => Date
}

/** The act, the plan it happens in (null: the installation), and why, where a reason is owed. */
export interface Act {
  readonly action: Action
  readonly plan: { readonly id: PlanId; readonly code: string } | null
  readonly reason?: string | undefined
  /** Noted only: nobody’s screen changes by it, so nobody is told. */
  readonly quiet?: true
}

/** One thing that changed: its subject is judged by `can()`, its before and after go to the audit. */
export interface Recorded {
  readonly resource: string
  readonly id: string
  readonly code?: string
  readonly subject?: Omit<Subject, 'plan'>
  readonly before: unknown
  readonly after: unknown
}

export type RecordChange = (recorded: Recorded) => void
export type Change = <Result>(
  act: Act,
  work: (tx: Tx, record: RecordChange) => Promise<Result>,
) => Promise<Result>

/** Where a request comes from, for the audit. */
interface Origin {
  readonly ip: string | null
  readonly requestId: string | null
  readonly keyId: string | null
}

/** Who asks, from where, at what time: what a context is made from. */
export interface Caller {
  readonly actor: Actor
  readonly origin: Origin
  readonly now: () => Date
}
