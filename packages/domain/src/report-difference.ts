// What changed between two snapshots, cell by cell; and two years side by side, as a table and in words.

import { NO_FIGURE } from './report-figures.ts'
import { STATUS_WORDS, subjectOf } from './report-sentences.ts'
import type { ReportSnapshot, SnapshotIndicator } from './report-snapshot.ts'
import { differenceInWords, valueInWords } from './report-words.ts'
import type { IndicatorStatus } from './status.ts'

export const CHANGED_SUBJECTS = ['indicator', 'task', 'obstacle', 'department', 'money'] as const
export type ChangedSubject = (typeof CHANGED_SUBJECTS)[number]

export interface SnapshotChange {
  readonly subject: ChangedSubject
  readonly code: string
  readonly name: string
  readonly field: string
  /** As printed; null where there was, or is, nothing. */
  readonly before: string | null
  readonly after: string | null
}

type Cells = Readonly<Record<string, string | null>>
type Named = { readonly name: string; readonly cells: Cells }

/** Every cell that says something else, in the order of the newer snapshot; what is gone comes last. */
export function snapshotChanges(before: ReportSnapshot, after: ReportSnapshot): SnapshotChange[] {
  const [old, now] = [cellsOf(before), cellsOf(after)]
  return CHANGED_SUBJECTS.flatMap((subject) => {
    const codes = [...new Set([...now[subject].keys(), ...old[subject].keys()])]
    return codes.flatMap((code) => {
      const [was, is] = [old[subject].get(code), now[subject].get(code)]
      const fields = [...new Set([...Object.keys(is?.cells ?? {}), ...Object.keys(was?.cells ?? {})])]
      return fields.flatMap((field): SnapshotChange[] => {
        const change = { before: was?.cells[field] ?? null, after: is?.cells[field] ?? null }
        if (change.before === change.after) return []
        return [{ subject, code, name: (is ?? was)?.name ?? code, field, ...change }]
      })
    })
  })
}

function cellsOf(snapshot: ReportSnapshot): Readonly<Record<ChangedSubject, ReadonlyMap<string, Named>>> {
  return {
    indicator: new Map(snapshot.indicators.map((each) => [each.code, indicatorCells(each)])),
    task: new Map(
      snapshot.tasks.map(({ code, name, result, progress, lead }) => [
        code,
        { name, cells: { result, progress, lead } },
      ]),
    ),
    obstacle: new Map(
      snapshot.obstacles.map(({ code, title, state, proposal, decision }) => [
        code,
        { name: title, cells: { state, proposal, decision } },
      ]),
    ),
    department: new Map(
      snapshot.departmentReports.map(({ department, state, narrative }) => [
        department,
        { name: department, cells: { state, ...narrative } },
      ]),
    ),
    money: new Map(
      (snapshot.money?.lines ?? []).map((line, index) => [
        String(index + 1),
        {
          name: line.task ?? line.source,
          cells: { requested: line.requestedVnd, allocated: line.allocatedVnd, spent: line.spentVnd },
        },
      ]),
    ),
  }
}

function indicatorCells(indicator: SnapshotIndicator): Named {
  const { name, figure, status, unit, shownDecimals } = indicator
  const pair = (value: number | null | undefined) => (value == null ? null : String(value))
  const value = figure?.value == null ? null : valueInWords(figure.value, unit, shownDecimals)
  return {
    name,
    cells: {
      value,
      numerator: pair(figure?.numerator),
      denominator: pair(figure?.denominator),
      coverage: figure?.coverage ? `${figure.coverage.reported}/${figure.coverage.expected}` : null,
      status: STATUS_WORDS[status],
    },
  }
}

export interface YearRow {
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly before: YearCell
  readonly after: YearCell
  /** After less before, in the indicator's unit; null unless both have a value. */
  readonly change: number | null
  readonly sentence: string
}

export interface YearCell {
  readonly value: number | null
  readonly text: string
  readonly status: IndicatorStatus | null
}

/** Two years of one plan: each indicator that either of them knows, with one sentence. */
export function compareYears(before: ReportSnapshot, after: ReportSnapshot): YearRow[] {
  const codes = [...new Set([...after.indicators, ...before.indicators].map(({ code }) => code))]
  return codes.flatMap((code) => {
    const [was, is] = [before, after].map(({ indicators }) => indicators.find((each) => each.code === code))
    const named = is ?? was
    if (!named || named.measure === 'qualitative') return []
    const change =
      was?.figure?.value != null && is?.figure?.value != null ? is.figure.value - was.figure.value : null
    return [
      {
        code,
        name: named.name,
        unit: named.unit,
        before: yearCell(was),
        after: yearCell(is),
        change,
        sentence: yearSentence(named, { before, after }, { was, is, change }),
      },
    ]
  })
}

function yearCell(indicator: SnapshotIndicator | undefined): YearCell {
  const value = indicator?.figure?.value ?? null
  return {
    value,
    text:
      value === null || !indicator ? NO_FIGURE : valueInWords(value, indicator.unit, indicator.shownDecimals),
    status: indicator?.status ?? null,
  }
}

function yearSentence(
  named: SnapshotIndicator,
  { before, after }: { before: ReportSnapshot; after: ReportSnapshot },
  {
    was,
    is,
    change,
  }: { was?: SnapshotIndicator | undefined; is?: SnapshotIndicator | undefined; change: number | null },
): string {
  const subject = subjectOf(named)
  const [old, now] = [yearCell(was).text, yearCell(is).text]
  if (change === null) return `${subject}: năm ${before.year} ${old}, năm ${after.year} ${now}.`
  const size = differenceInWords(change, named.unit, named.shownDecimals)
  const moved = change === 0 ? 'giữ nguyên' : `${change > 0 ? 'tăng' : 'giảm'} ${size}`
  return `${subject}: ${moved}, từ ${old} năm ${before.year} ${change === 0 ? 'và' : 'lên'} ${now} năm ${after.year}.`.replace(
    'lên',
    change < 0 ? 'xuống' : 'lên',
  )
}
