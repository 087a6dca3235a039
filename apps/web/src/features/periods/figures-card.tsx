import { useQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatNumber } from '../../lib/format.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link.tsx'
import { nameOf, summaryQuery } from '../indicators/index.ts'
import styles from './periods.module.css'
import type { DepartmentReport, ReportReturnNote } from './queries.ts'
import { useAreaName } from './use-area-name.ts'

type Figure = DepartmentReport['figures'][number]

/** The figures that the department owes, by indicator: what is there, and a way to each cell that is not. */
export function FiguresCard({ report }: { report: DepartmentReport }) {
  const { data } = useQuery(summaryQuery(useCurrentPlan().code))
  const codes = [...new Set(report.figures.map(({ indicator }) => indicator))]
  if (codes.length === 0) return null
  return (
    <Card title={m.part_figures()} flush>
      <ul className={styles.rows}>
        {codes.map((code) => {
          const indicator = data?.indicators.find((each) => each.code === code)
          return (
            <FigureRow
              key={code}
              code={code}
              name={indicator ? nameOf(indicator) : code}
              group={indicator?.group ?? ''}
              year={report.year}
              figures={report.figures.filter((each) => each.indicator === code)}
              notes={report.returnNotes.filter((each) => each.place === 'figure' && each.code === code)}
            />
          )
        })}
      </ul>
    </Card>
  )
}

interface FigureRowProps {
  code: string
  name: string
  group: string
  year: number
  figures: readonly Figure[]
  notes: readonly ReportReturnNote[]
}

function FigureRow({ code, name, group, year, figures, notes }: FigureRowProps) {
  const areaName = useAreaName()
  const missing = figures.filter(({ on }) => on === null)
  const done = figures.length - missing.length
  const only = figures.length === 1 ? figures[0] : undefined
  const params = { nam: String(year), nhom: group }
  return (
    <li id={`chi-tieu-${code}`}>
      <span className={styles.stack}>
        <TextLink to={PATHS.entry} params={params} search={{ ct: code }}>
          {name}
        </TextLink>
        {missing.length > 0 && (
          <span className={styles.cells}>
            {m.figures_missing()}
            {missing.map(({ area }) => (
              <TextLink
                key={area}
                to={PATHS.entry}
                params={params}
                search={{ ct: code, to: area ?? undefined }}
              >
                {area === null ? m.whole_ward() : areaName(area)}
              </TextLink>
            ))}
          </span>
        )}
        {figures
          .filter(({ reason }) => reason !== null)
          .map(({ area, reason }) => (
            <span key={area} className={styles.note}>
              {m.figure_reason({
                place: area === null ? m.whole_ward() : areaName(area),
                reason: reason ?? '',
              })}
            </span>
          ))}
        {notes.map(({ area, note }) => (
          <span key={`${area}${note}`} className={styles.returned}>
            <TextLink to={PATHS.entry} params={params} search={{ ct: code, to: area ?? undefined }}>
              {area === null ? m.whole_ward() : areaName(area)}
            </TextLink>
            : {m.return_note({ note })}
          </span>
        ))}
      </span>
      <span className={missing.length === 0 ? styles.full : styles.short}>
        {only?.on ? shownFigure(only) : m.part_of({ done, required: figures.length })}
      </span>
    </li>
  )
}

/** The one figure of the ward as it was counted; of many areas the number of those that have theirs says more. */
function shownFigure({ numerator, denominator, value }: Figure): string {
  if (numerator !== null && denominator !== null)
    return `${formatNumber(numerator, 0)}/${formatNumber(denominator, 0)}`
  return value === null ? m.part_of({ done: 1, required: 1 }) : formatNumber(value, 1)
}
