// People as rows of a file, and back. A row makes a person with a role, and no way in: the link is made by hand, for each.

import type { Day } from '@tien-do/domain/day'
import { isInForce } from '@tien-do/domain/department'
import { emailIn, type PersonInFile, takePerson } from '@tien-do/domain/import-person'
import type { PersonFileRow } from '@tien-do/domain/import-registers'
import { authorize } from '../../core/authorize.ts'
import type { Batch, RowOutcome } from '../../core/batch.ts'
import type { Context, Reader, Tx } from '../../core/context.ts'
import { type PlanInForce, today } from '../plans/index.ts'
import { insertPerson } from './people.repo.ts'
import { type HeldRole, listPeopleWithRoles, type PersonWithRoles, replaceRoles } from './roles.repo.ts'

/** What each row would do after the ones above it. */
export async function importPeople(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  rows: readonly PersonFileRow[],
): Promise<Batch> {
  authorize(context.actor, 'person.invite', { plan: plan.code, department: null })
  const people = new Map(
    (await listPeopleWithRoles(tx)).map((person) => [person.email, inFile(person, plan.code)]),
  )
  const on = today(context)
  const departments = new Map(plan.plan.departments.map((each) => [each.code, isInForce(each, on)]))
  const outcomes = rows.map((row): RowOutcome => {
    const email = emailIn(row.email) ?? ''
    const taken = takePerson(people.get(email) ?? null, row, departments)
    if (taken.outcome === 'refused') return taken.faults
    if (taken.outcome === 'created') people.set(email, taken.person)
    return taken.outcome
  })
  return {
    outcomes,
    write: async (kept) => {
      const invited = Map.groupBy(
        kept.map((index) => rows[index]!),
        ({ email }) => emailIn(email)!,
      )
      for (const [email, roles] of invited) await makePerson(tx, context, plan, email, roles)
    },
  }
}

async function makePerson(
  tx: Tx,
  context: Context,
  { id: planId, departments }: PlanInForce,
  email: string,
  rows: readonly PersonFileRow[],
): Promise<void> {
  const at = context.now().toISOString()
  const { id } = await insertPerson(tx, { name: rows[0]!.name!, email, at }, [])
  await replaceRoles(
    tx,
    id,
    rows.map(({ role, department, from, until }) => ({
      ...{ role: role!, planId, validFrom: from, validTo: until },
      departmentId: department === null ? null : (departments.get(department) ?? null),
    })),
  )
}

/** The roles held in this plan, or in every plan. */
function inFile({ name, roles }: PersonWithRoles, plan: string): PersonInFile {
  return { name, isNew: false, roles: roles.filter((role) => isIn(role, plan)).map(toRole) }
}

const isIn = (role: HeldRole, plan: string) => role.plan === null || role.plan === plan
const toRole = ({ role, department, from, until }: HeldRole) => ({
  ...{ role, department, from: from as Day | null, until: until as Day | null },
})

/** Who may enter, one row for each role; whoever has left is not among them. */
export async function exportPeople(read: Reader, { code }: PlanInForce) {
  const people = (await listPeopleWithRoles(read)).filter(({ disabledAt }) => disabledAt === null)
  return people.flatMap(({ email, name, roles }) =>
    roles
      .filter((held) => isIn(held, code))
      .map((held) => {
        const row: PersonFileRow = { email, name, ...toRole(held) }
        return { department: held.department, row }
      }),
  )
}
