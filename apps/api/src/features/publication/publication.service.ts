// Who may see what of a plan without an account: decided by a person, with a trail, and nothing until then.
import { NOTHING_PUBLIC, PUBLIC_PARTS, type Publication } from '@tien-do/domain/publication'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, lockPlanInForce } from '../plans/index.ts'
import { findPublication, keepPublication, type PublicationRow } from './publication.repo.ts'

export async function getPublication(
  context: Context,
  planCode: string,
): Promise<PublicationRow | undefined> {
  const { id } = await getPlan(context, planCode)
  return findPublication(context.read, id)
}

/** Decides what is public from now on; `seen` is the version that the decision was made upon, null to overwrite knowingly. */
export async function changePublication(
  context: Context,
  planCode: string,
  { isPublic, parts }: Publication,
  seen: number | null,
): Promise<PublicationRow | undefined> {
  const { id } = await getPlan(context, planCode)
  return context.change(
    { action: 'publication.change', plan: { id, code: planCode } },
    async (tx, record) => {
      await lockPlanInForce(tx, id)
      const before = await findPublication(tx, id)
      const version = before?.version ?? 0
      if (seen !== null && seen !== version) throw new AppError('version.mismatch')
      const after = { isPublic, parts: PUBLIC_PARTS.filter((part) => parts.includes(part)) }
      await keepPublication(tx, {
        planId: id,
        ...after,
        version: version + 1,
        changedBy: context.actor.personId,
        changedAt: context.now().toISOString(),
      })
      record({
        resource: 'publication',
        id,
        code: planCode,
        subject: { department: null },
        before: before ? { isPublic: before.isPublic, parts: before.parts } : NOTHING_PUBLIC,
        after,
      })
      return findPublication(tx, id)
    },
  )
}
