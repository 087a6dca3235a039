import type { Schemas } from '@tien-do/api-client'
import type { FigureBook } from '@tien-do/domain/report-figures'
import { partsOf } from '@tien-do/domain/report-figures'
import { m } from '../../paraglide/messages.js'
import { cx } from '../../ui/cx.ts'
import styles from './paper.module.css'

/** Where the source of a figure is shown. */
export const SOURCE_ID = 'nguon-so'
/** Wide enough for the source to stand beside the text: nobody has to be taken there. */
const BESIDE = '(min-width: 64rem)'

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
      // A link breaks over lines as the printed words do; a button would not.
      <a
        // The same figure may stand twice in one sentence; a text never changes place without changing words.
        key={`${part.key} ${index.toString()}`}
        href={`#${SOURCE_ID}`}
        className={cx(styles.figure, part.key === shown && styles.shown)}
        aria-label={m.ward_report_figure_label({ text: part.text })}
        aria-current={part.key === shown}
        onClick={(event) => {
          if (window.matchMedia(BESIDE).matches) event.preventDefault()
          onFigure(part.key)
        }}
      >
        {part.text}
      </a>
    ),
  )
}
