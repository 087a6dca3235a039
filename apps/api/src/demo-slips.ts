// Two slips for heads of areas: one that came back and waits to be confirmed, one that nobody has filled in yet.
import { yearOf } from '@tien-do/domain/day'
import type { Actor } from '@tien-do/domain/permission'
import type { Context } from './core/context.ts'
import type { DemoPeople } from './demo.ts'
import { HOUSE } from './features/people/index.ts'
import { today } from './features/plans/index.ts'
import { answerSlip, issueSlip, openSlip } from './features/slips/index.ts'

const ASKED = ['MB-02', 'MB-04', 'FB-02']
const SENT = { area: 'TDP-12', person: 'Tổ trưởng tổ 12 (phiếu minh họa)' }
const OPEN = { area: 'TDP-13', person: 'Tổ trưởng tổ 13 (phiếu minh họa)' }
const COUNTED = [
  { indicator: 'MB-04', numerator: 288, denominator: 333 },
  { indicator: 'FB-02', numerator: 236, denominator: 333 },
]

export async function loadSlipSamples(
  contextAs: (actor: Actor) => Context,
  { coordinator }: DemoPeople,
  plan: string,
): Promise<void> {
  const context = contextAs(coordinator)
  const year = yearOf(today(context))
  const { secret } = await issueSlip(context, plan, { ...SENT, year, indicators: ASKED })
  await issueSlip(context, plan, { ...OPEN, year, indicators: ASKED })
  const person = contextAs({ ...HOUSE, name: SENT.person, grants: [] })
  await answerSlip(person, await openSlip(person, secret), { figures: COUNTED })
}
