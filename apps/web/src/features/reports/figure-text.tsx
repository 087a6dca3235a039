import type { Schemas } from '@tien-do/api-client'
import type { FigureBook } from '@tien-do/domain/report-figures'
import { partsOf } from '@tien-do/domain/report-figures'
import { m } from '../../paraglide/messages.js'
import { cx } from '../../ui/cx.ts'
import styles from './paper.module.css'

interface FigureTextProps {
  text: string
  figures: Schemas['ReportDocument']['figures']
  /** The figure whose source is shown. */
  shown: string | null
  onFigure: (key: string) => void
}

/** Words with their figures; a press on a figure shows where it comes from. */
export function FigureText({ text, figures, shown, onFigure }: FigureTextProps) {
  return partsOf(text, figures as FigureBook).map((part, index) =>
    part.kind === 'text' ? (
      part.text
    ) : (
      <button
        // The same figure may stand twice in one sentence; a text never changes place without changing words.
        key={`${part.key} ${index.toString()}`}
        type="button"
        className={cx(styles.figure, part.key === shown && styles.shown)}
        aria-label={m.ward_report_figure_label({ text: part.text })}
        aria-pressed={part.key === shown}
        onClick={() => onFigure(part.key)}
      >
        {part.text}
      </button>
    ),
  )
}
