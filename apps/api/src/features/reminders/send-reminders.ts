// The day's reminders: worked out anew each time, said once. All of a plan in one transaction.
import { type Reminder, type Rung, remindersOn, remindWhom } from '@tien-do/domain/reminder'
import type { Context, RecordChange, Tx } from '../../core/context.ts'
import { enqueue } from '../../core/enqueue.repo.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, getPlanForChange, listPlans, type PlanInForce, today } from '../plans/index.ts'
import { listOwedThings, type RemindedThing } from './owed-things.ts'
import {
  insertDelivery,
  insertNotice,
  listReachable,
  noteSaid,
  type ReachableRow,
  takeTurn,
  unsaid,
} from './reminders.repo.ts'

export interface Reminded {
  readonly name: string
  readonly departments: readonly string[]
  readonly byMail: boolean
}

/** Says what is to be said today in every plan; what was said already, by whatever process, is not said again. */
export async function sendReminders(context: Context, canMail: boolean): Promise<number> {
  let said = 0
  for (const { code } of await listPlans(context)) said += (await sendInPlan(context, code, canMail)).length
  return said
}

async function sendInPlan(context: Context, code: string, canMail: boolean): Promise<Reminded[]> {
  const plan = await getPlan(context, code)
  return context.change({ action: 'reminder.send', plan }, async (tx, record) => {
    const inForce = await getPlanForChange(tx, code)
    await takeTurn(tx, inForce.id)
    const things = await listOwedThings(tx, inForce, context.now())
    const people = await listReachable(tx, inForce.id, today(context))
    const { cycle, holidays } = inForce.plan
    const due = things.flatMap((thing) =>
      remindersOn(
        today(context),
        [thing],
        people,
        {
          workingDaysBefore: thing.workingDaysBefore,
          afterDeadline: cycle.remindersAfterDeadline,
          quietOnDaysOff: cycle.remindersQuietOnDaysOff,
        },
        holidays,
      ),
    )
    const left = await unsaid(tx, inForce.id, due)
    return tell({ context, tx, record, plan: inForce, people, canMail }, left, 'ladder')
  })
}

/**
 * Reminds departments now, by hand: whoever enters for them, whatever they have been told today. Returns whom, or
 * `reminder.nothing-owed` when none of them owes anything.
 */
export async function remindNow(
  context: Context,
  code: string,
  departments: readonly string[],
  canMail: boolean,
): Promise<Reminded[]> {
  const plan = await getPlan(context, code)
  return context.change({ action: 'reminder.send', plan }, async (tx, record) => {
    const inForce = await getPlanForChange(tx, code)
    const owed = await listOwedThings(tx, inForce, context.now())
    const things = owed.filter(
      ({ kind, department }) => kind === 'report' && departments.includes(department ?? ''),
    )
    const people = await listReachable(tx, inForce.id, today(context))
    const rung = `late/now ${context.now().toISOString()}` satisfies Rung
    const due = things.flatMap((thing) =>
      remindWhom(thing, people).map((person) => ({ person, thing, rung })),
    )
    if (due.length === 0) throw new AppError('reminder.nothing-owed')
    return tell({ context, tx, record, plan: inForce, people, canMail }, due, 'by_hand')
  })
}

interface Telling {
  readonly context: Context
  readonly tx: Tx
  readonly record: RecordChange
  readonly plan: PlanInForce
  readonly people: readonly ReachableRow[]
  readonly canMail: boolean
}

/** One message to each person; by e-mail too, where they chose it. */
async function tell(
  { context, tx, record, plan, people, canMail }: Telling,
  due: readonly Reminder<RemindedThing>[],
  kind: 'ladder' | 'by_hand',
): Promise<Reminded[]> {
  const told: Reminded[] = []
  for (const person of people) {
    const own = due.filter((each) => each.person === person.id)
    if (own.length === 0) continue
    const id = newId<string>()
    const items = own.map(
      ({ thing: { thing, kind: about, code, count, department, year, lastDay, waits } }) => ({
        ...{ thing, kind: about, code, count, department, year, lastDay, waits },
      }),
    )
    const base = { id, personId: person.id, planId: plan.id, kind, items, on: today(context) }
    await insertNotice(tx, { ...base, createdAt: context.now().toISOString() })
    await noteSaid(tx, plan.id, id, own)
    const byMail = canMail && person.byMail
    if (byMail) {
      const delivery = await insertDelivery(tx, id, person.email)
      await enqueue(tx, 'send-mail', { delivery }, { key: delivery })
    }
    const departments = items.flatMap(({ department }) => department ?? [])
    record({
      resource: 'notice',
      id,
      before: null,
      after: {
        to: person.name,
        kind,
        byMail,
        things: own.map(({ thing, rung }) => `${thing.thing} ${rung}`),
      },
    })
    told.push({ name: person.name, departments, byMail })
  }
  return told
}
