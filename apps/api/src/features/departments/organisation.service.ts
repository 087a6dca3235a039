import { earliestDay } from '@tien-do/domain/department-succession'
import { allowedAmong } from '@tien-do/domain/permission'
import type { Static } from 'typebox'
import type { Context } from '../../core/context.ts'
import { getPlan } from '../plans/index.ts'
import { changeToWire, ORGANISATION_ACTIONS, type Organisation } from './arrangements.schema.ts'
import { listClosedYears } from './carry-over.repo.ts'

/** What happened to the departments, and what is prepared to happen. */
export async function getOrganisation(
  context: Context,
  planCode: string,
): Promise<Static<typeof Organisation>> {
  const { id, code, plan } = await getPlan(context, planCode)
  const closed = await listClosedYears(context.read, id)
  const subject = { plan: code, department: null }
  return {
    events: plan.departmentEvents.map(({ kind, on, from, to, legalBasis }) => ({
      ...{ kind, on, from: [...from], to: [...to], legalBasis },
    })),
    arrangements: plan.arrangements.map((each) => ({
      ...each,
      earliest: earliestDay(each.on, closed),
      changes: each.changes.map(changeToWire),
    })),
    allowedActions: allowedAmong(context.actor, ORGANISATION_ACTIONS, subject) as 'department.arrange'[],
  }
}
