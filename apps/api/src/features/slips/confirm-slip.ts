import type { Context } from '../../core/context.ts'
import { getEntryForm, measurementEtag, saveMeasurements } from '../measurements/index.ts'
import { getPlan } from '../plans/index.ts'
import { listSlipFigures, lockSlip, markConfirmed } from './slips.repo.ts'
import { ownersOf, slipOrFail } from './slips.service.ts'

/**
 * Takes what was sent into the entry grid: as drafts of the officer who confirms, with the person of the slip as their
 * source. What the grid refuses (a locked period, an impossible figure) stays unconfirmed and is said.
 */
export async function confirmSlip(context: Context, planCode: string, id: string) {
  const plan = await getPlan(context, planCode)
  const row = await slipOrFail(context.read, plan, id)
  const sent = (await listSlipFigures(context.read, [id])).filter(({ confirmedAt }) => confirmedAt === null)
  const known = sent.filter(({ indicator }) => plan.indicators.has(indicator))
  const form = await getEntryForm(
    context,
    planCode,
    row.year,
    known.map(({ indicator }) => indicator),
  )
  const cells = known.flatMap((figure) => {
    const found = form.indicators.find(({ indicator }) => indicator.code === figure.indicator)
    const cell = found?.cells.find(({ area }) => area?.code === row.areaCode)
    if (!cell) return []
    const living = cell.underWay ?? cell.inForce
    return [
      {
        indicator: figure.indicator,
        area: row.areaCode,
        on: cell.on,
        etag: living && measurementEtag(living),
        numerator: figure.numerator,
        denominator: figure.denominator,
        value: figure.value,
        source: row.person,
        method: 'counted' as const,
        note: living?.note ?? null,
        state: 'draft' as const,
      },
    ]
  })
  const { results } = cells.length > 0 ? await saveMeasurements(context, planCode, cells) : { results: [] }
  const taken = results
    .filter(({ outcome }) => outcome === 'saved' || outcome === 'unchanged')
    .map(({ index }) => cells[index]?.indicator ?? '')
  if (taken.length === 0) return { row, figures: await listSlipFigures(context.read, [id]) }
  return context.change({ action: 'slip.confirm', plan }, async (tx, record) => {
    await lockSlip(tx, id)
    const before = await listSlipFigures(tx, [id])
    await markConfirmed(tx, id, taken, { by: context.actor.personId, at: context.now().toISOString() })
    const figures = await listSlipFigures(tx, [id])
    for (const department of ownersOf(plan, row))
      record({ resource: 'slip', id, code: row.areaCode, subject: { department }, before, after: figures })
    return { row, figures }
  })
}
