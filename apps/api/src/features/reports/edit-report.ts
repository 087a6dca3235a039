import { figuresUnder } from '@tien-do/domain/compose-report'
import type { ReportDocument, ReportParagraph } from '@tien-do/domain/report-document'
import { tokensIn } from '@tien-do/domain/report-figures'
import type { Context, Tx } from '../../core/context.ts'
import { AppError, type Fault } from '../../core/errors.ts'
import { today } from '../plans/index.ts'
import { readPng } from './read-png.ts'
import { moveOrFail, planOf, recorded, seenReport } from './report-step.ts'
import { viewForChange } from './report-view.ts'
import { dropChart, dropParagraphs, keepChart, keepParagraph, type ReportRow } from './reports.repo.ts'
import type { NewReportChart, WardReportChange } from './reports.schema.ts'

/** Changes what people say in a draft: order of sections, letterhead, words of paragraphs. */
export async function editWardReport(
  context: Context,
  planCode: string,
  id: string,
  seen: number | null,
  input: WardReportChange,
): Promise<ReportRow> {
  const plan = await planOf(context, planCode)
  return context.change({ action: 'ward-report.edit', plan }, async (tx, record) => {
    const before = await seenReport(tx, context, plan, id, seen, 'edit')
    const { document } = await viewForChange(tx, plan.id, id, today(context))
    const faults = [...paragraphFaults(input, document), ...sectionFaults(input, before)]
    if (faults.length > 0) throw new AppError('validation-failed', { faults })
    await moveOrFail(tx, context, plan, before, {
      ...(input.sections ? { sections: input.sections } : {}),
      ...(input.letterhead ? { letterhead: { ...before.letterhead, ...input.letterhead } } : {}),
    })
    await writeParagraphs(tx, context, id, input, document)
    const paragraphs = (input.paragraphs ?? []).map(({ key, text }) => ({ key, text }))
    return recorded(tx, plan.id, id, record, before, { paragraphs })
  })
}

async function writeParagraphs(
  tx: Tx,
  context: Context,
  reportId: string,
  { paragraphs = [] }: WardReportChange,
  document: ReportDocument,
): Promise<void> {
  const written = paragraphs.flatMap(({ key, text }) => {
    const drafted = paragraphOf(document, key)?.drafted
    return text === null || text === drafted ? [] : [{ key, text, drafted: drafted ?? '' }]
  })
  const kept = new Set(written.map(({ key }) => key))
  await dropParagraphs(
    tx,
    reportId,
    paragraphs.map(({ key }) => key).filter((key) => !kept.has(key)),
  )
  for (const { key, text, drafted } of written)
    await keepParagraph(tx, {
      reportId,
      key,
      text,
      seen: figuresUnder([text, drafted], document.figures),
      editedBy: context.actor.personId,
      editedAt: context.now().toISOString(),
    })
}

function paragraphOf({ blocks }: ReportDocument, key: string): ReportParagraph | undefined {
  return blocks.find((block): block is ReportParagraph => block.kind === 'paragraph' && block.key === key)
}

function paragraphFaults({ paragraphs = [] }: WardReportChange, document: ReportDocument): Fault[] {
  return paragraphs.flatMap(({ key, text }, at): Fault[] => {
    const pointer = `/paragraphs/${at}`
    if (!paragraphOf(document, key))
      return [{ pointer: `${pointer}/key`, in: 'body', code: 'unknown_paragraph', params: { key } }]
    const strange = tokensIn(text ?? '').filter((token) => !Object.hasOwn(document.figures, token))
    return strange.map((token) => ({
      pointer: `${pointer}/text`,
      in: 'body',
      code: 'unknown_figure',
      params: { figure: token },
    }))
  })
}

function sectionFaults({ sections = [] }: WardReportChange, { template }: ReportRow): Fault[] {
  return sections.flatMap(({ key }, at): Fault[] =>
    template.sections.some((section) => section.key === key) &&
    sections.findIndex((each) => each.key === key) === at
      ? []
      : [{ pointer: `/sections/${at}/key`, in: 'body', code: 'unknown_section', params: { key } }],
  )
}

/** Puts a chart, as it was drawn on a screen, after a section. */
export async function placeReportChart(
  context: Context,
  planCode: string,
  { id, code }: { id: string; code: string },
  seen: number | null,
  { section, png }: NewReportChart,
): Promise<ReportRow> {
  const plan = await planOf(context, planCode)
  return context.change({ action: 'ward-report.edit', plan }, async (tx, record) => {
    const before = await seenReport(tx, context, plan, id, seen, 'edit')
    const { snapshot } = await viewForChange(tx, plan.id, id, today(context))
    if (!snapshot.indicators.some((indicator) => indicator.code === code))
      throw new AppError('indicator.not-found')
    const keys = before.template.sections.flatMap((each) => [
      each.key,
      ...each.sections.map(({ key }) => key),
    ])
    const size = readPng(png)
    const faults: Fault[] = [
      ...(keys.includes(section)
        ? []
        : [{ pointer: '/section', in: 'body' as const, code: 'unknown_section' }]),
      ...(size ? [] : [{ pointer: '/png', in: 'body' as const, code: 'not_a_png' }]),
    ]
    if (!size || faults.length > 0) throw new AppError('validation-failed', { faults })
    await moveOrFail(tx, context, plan, before, {})
    await keepChart(tx, { reportId: id, indicator: code, section, png, ...size })
    return recorded(tx, plan.id, id, record, before, { chart: code })
  })
}

export async function removeReportChart(
  context: Context,
  planCode: string,
  { id, code }: { id: string; code: string },
  seen: number | null,
): Promise<ReportRow> {
  const plan = await planOf(context, planCode)
  return context.change({ action: 'ward-report.edit', plan }, async (tx, record) => {
    const before = await seenReport(tx, context, plan, id, seen, 'edit')
    await moveOrFail(tx, context, plan, before, {})
    if (!(await dropChart(tx, id, code))) throw new AppError('indicator.not-found')
    return recorded(tx, plan.id, id, record, before, { chart: null })
  })
}
