// The second factor of one's own account: begun with the password, proved with a code, ended with the password.
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { assertPassword } from '../people/index.ts'
import { newRecoveryCodes, newSecret, recoveryHash, stepOf } from './one-time-code.ts'
import { seal, unseal } from './seal.ts'
import {
  confirm,
  findSecondFactor,
  removeSecondFactor as remove,
  storeSecret,
  takeStep,
} from './second-factor.repo.ts'

const ACT = { action: 'account.change', plan: null, quiet: true } as const

/** A secret for the authenticator; nothing is asked for it at the door until a code has proved it. */
export async function beginSecondFactor(context: Context, password: string, secret: string): Promise<string> {
  await assertPassword(context, password)
  const { personId } = context.actor
  const made = newSecret()
  await context.change(ACT, async (tx, record) => {
    if ((await findSecondFactor(tx, personId))?.confirmedAt) throw new AppError('second-factor.wrong-state')
    await storeSecret(tx, personId, seal(made, secret, 'second factor'))
    record({ resource: 'person', id: personId, before: null, after: { secondFactor: 'begun' } })
  })
  return made
}

/** Returns the recovery codes, this once: only their hashes are kept. */
export async function confirmSecondFactor(context: Context, code: string, secret: string): Promise<string[]> {
  const { personId } = context.actor
  const codes = newRecoveryCodes()
  await context.change(ACT, async (tx, record) => {
    const factor = await findSecondFactor(tx, personId)
    if (!factor || factor.confirmedAt) throw new AppError('second-factor.wrong-state')
    const step = stepOf(
      unseal(factor.secret, secret, 'second factor'),
      code.replace(/\s/g, ''),
      context.now(),
    )
    if (step === null || !(await takeStep(tx, personId, step)))
      throw new AppError('second-factor.wrong-code', {
        faults: [{ pointer: '/code', in: 'body', code: 'wrong' }],
      })
    await confirm(tx, personId, context.now().toISOString(), codes.map(recoveryHash))
    record({ resource: 'person', id: personId, before: null, after: { secondFactor: 'on' } })
  })
  return codes
}

export async function removeSecondFactor(context: Context, password: string): Promise<void> {
  await assertPassword(context, password)
  const { personId } = context.actor
  await context.change(ACT, async (tx, record) => {
    if (!(await findSecondFactor(tx, personId))) return
    await remove(tx, personId)
    record({
      resource: 'person',
      id: personId,
      before: { secondFactor: 'on' },
      after: { secondFactor: 'off' },
    })
  })
}
