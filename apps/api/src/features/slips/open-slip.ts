// What the link alone opens. Whoever holds it is the person it was made for; they see their own area and nothing more.
import { cellKind } from '@tien-do/domain/cell-kind'
import { checkFigure } from '@tien-do/domain/figure-checks'
import { isSlipOpen } from '@tien-do/domain/slip'
import { sha256 } from '../../core/canonical-json.ts'
import type { Context } from '../../core/context.ts'
import { AppError, type Fault } from '../../core/errors.ts'
import { getEntryForm } from '../measurements/index.ts'
import {
  findSlip,
  findSlipByHash,
  listSlipFigures,
  lockSlip,
  replaceFigures,
  type SlipFigureRow,
  type SlipRow,
} from './slips.repo.ts'
import type { SlipAnswer } from './slips.schema.ts'

type EntryForm = Awaited<ReturnType<typeof getEntryForm>>

export interface OpenedSlip {
  readonly row: SlipRow
  readonly figures: readonly SlipFigureRow[]
  readonly form: EntryForm
}

/** The slip behind a link; unknown, revoked and expired ones are told apart to nobody. */
export async function openSlip(context: Context, secret: string): Promise<OpenedSlip> {
  const row = await findSlipByHash(context.read, sha256(secret))
  if (!row || !isSlipOpen(row, context.now())) throw new AppError('slip.not-found')
  const form = await getEntryForm(context, row.planCode, row.year, row.indicators)
  return { row, figures: await listSlipFigures(context.read, [row.id]), form }
}

/** Takes what was filled in. What an officer has confirmed stays as it is; all else is replaced. */
export async function answerSlip(
  context: Context,
  { row, form }: OpenedSlip,
  { figures }: SlipAnswer,
): Promise<void> {
  const rows = judged(row, form, figures, context.now().toISOString())
  await context.change(
    { action: 'slip.answer', plan: { id: row.planId, code: row.planCode } },
    async (tx, record) => {
      await lockSlip(tx, row.id)
      const before = await listSlipFigures(tx, [row.id])
      const now = await findSlip(tx, row.planId, row.id)
      if (!now || !isSlipOpen(now, context.now())) throw new AppError('slip.not-found')
      const confirmed = before.filter(({ confirmedAt }) => confirmedAt !== null)
      const late = rows.find(({ indicator }) => confirmed.some((each) => each.indicator === indicator))
      if (late) throw new AppError('slip.confirmed', { members: { indicator: late.indicator } })
      await replaceFigures(tx, row.id, rows)
      record({ resource: 'slip', id: row.id, code: row.areaCode, before, after: rows })
    },
  )
}

function judged(row: SlipRow, form: EntryForm, figures: SlipAnswer['figures'], sentAt: string) {
  const faults: Fault[] = []
  const rows = figures.map((figure, index) => {
    const found = form.indicators.find(({ indicator }) => indicator.code === figure.indicator)
    const cell = found?.cells.find(({ area }) => area?.code === row.areaCode)
    const isTwice = figures.findIndex(({ indicator }) => indicator === figure.indicator) !== index
    const { numerator = null, denominator = null, value = null } = figure
    if (!found || !cell || isTwice) {
      faults.push({
        pointer: `/figures/${index}/indicator`,
        in: 'body',
        code: isTwice ? 'duplicate_key' : 'unknown_indicator',
      })
    } else {
      const { indicator } = found
      const checks = checkFigure(
        { numerator, denominator, value },
        {
          kind: cellKind(indicator),
          naturalMin: indicator.naturalMin,
          naturalMax: indicator.naturalMax,
          last: null,
          register: null,
          correcting: false,
        },
      )
      for (const { level, code, field, params } of checks)
        if (level === 'block')
          faults.push({ pointer: `/figures/${index}/${field}`, in: 'body', code, params: { ...params } })
      if (numerator === null && denominator === null && value === null)
        faults.push({ pointer: `/figures/${index}`, in: 'body', code: 'figure_missing' })
    }
    return {
      slipId: row.id,
      indicator: figure.indicator,
      on: cell?.on ?? '',
      numerator,
      denominator,
      value,
      sentAt,
    }
  })
  if (faults.length > 0) throw new AppError('measurement.faulty', { faults })
  return rows
}
