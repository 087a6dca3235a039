import { randomBytes } from 'node:crypto'
import { cellKind } from '@tien-do/domain/cell-kind'
import { addDays, type Day, startOfDay } from '@tien-do/domain/day'
import type { DepartmentId } from '@tien-do/domain/ids'
import { fitsSlip, LONGEST_SLIP_DAYS, SLIP_DAYS } from '@tien-do/domain/slip'
import { sha256 } from '../../core/canonical-json.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, type PlanInForce, today } from '../plans/index.ts'
import { findSlip, insertSlip } from './slips.repo.ts'
import type { NewSlip } from './slips.schema.ts'

const SECRET_BYTES = 32

/** Makes a slip for one area. The secret of its link is returned this once; only its hash is kept. */
export async function issueSlip(context: Context, planCode: string, input: NewSlip) {
  const plan = await getPlan(context, planCode)
  const areaId = plan.areas.get(input.area)
  if (!areaId) throw new AppError('area.not-found', { members: { area: input.area } })
  const departments = departmentsOf(plan, input.indicators)
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const row = {
    id: newId<string>(),
    planId: plan.id,
    areaId,
    year: input.year,
    person: input.person.trim(),
    indicators: [...input.indicators],
    secretHash: sha256(secret),
    issuedBy: context.actor.personId,
    issuedAt: context.now().toISOString(),
    expiresAt: expiryOf(context, input.expiresOn),
  }
  return context.change({ action: 'slip.issue', plan }, async (tx, record) => {
    await insertSlip(tx, row)
    const { secretHash: _secret, ...shown } = row
    // Whoever makes it must be allowed to enter each of its figures.
    for (const department of departments)
      record({
        resource: 'slip',
        id: row.id,
        code: input.area,
        subject: { department },
        before: null,
        after: shown,
      })
    const stored = await findSlip(tx, plan.id, row.id)
    if (!stored) throw new Error(`slip ${row.id} vanished`)
    return { row: stored, secret }
  })
}

/** The departments that own these indicators, each once. */
export function departmentsOf(plan: PlanInForce, codes: readonly string[]): ReadonlySet<DepartmentId | null> {
  const owners = codes.map((code, index) => {
    const indicator = plan.plan.indicators.find((each) => each.code === code)
    if (!indicator) throw new AppError('indicator.not-found', { members: { indicator: code } })
    if (!fitsSlip(cellKind(indicator), indicator.perArea))
      throw new AppError('validation-failed', {
        faults: [
          {
            pointer: `/indicators/${index}`,
            in: 'body',
            code: 'not_for_a_slip',
            params: { indicator: code },
          },
        ],
      })
    return indicator.owner === null ? null : (plan.departments.get(indicator.owner) ?? null)
  })
  return new Set(owners)
}

function expiryOf(context: Context, expiresOn: string | undefined): string {
  const now = today(context)
  const latest = addDays(now, LONGEST_SLIP_DAYS)
  const on = (expiresOn as Day | undefined) ?? addDays(now, SLIP_DAYS)
  if (on < now || on > latest)
    throw new AppError('validation-failed', {
      faults: [
        { pointer: '/expiresOn', in: 'body', code: 'out_of_range', params: { earliest: now, latest } },
      ],
    })
  return new Date(startOfDay(addDays(on, 1))).toISOString()
}
