import { Pencil, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { FigureText } from './figure-text.tsx'
import styles from './paper.module.css'
import type { PaperProps } from './paper-props.ts'
import { ParagraphEditor } from './paragraph-editor.tsx'
import type { Paragraph } from './queries.ts'
import type { useReportEdit } from './use-report-acts.ts'

interface EditableParagraphProps extends Omit<PaperProps, 'edit'> {
  paragraph: Paragraph
  edit: ReturnType<typeof useReportEdit>
}

/** A paragraph that can be written anew in place; what was written stays when figures are refreshed. */
export function EditableParagraph({
  paragraph,
  report,
  shownFigure,
  onFigure,
  edit,
}: EditableParagraphProps) {
  const [isOpen, setOpen] = useState(false)
  const { figures } = report.document
  const { key, text, edited, owed, changedFigures } = paragraph
  const save = (words: string | null) => edit.mutate({ paragraphs: [{ key, text: words }] })
  return (
    <div
      className={cx(styles.block, owed && styles.owed, changedFigures.length > 0 && styles.changed)}
      id={`doan-${key}`}
    >
      {isOpen ? (
        <ParagraphEditor text={text} figures={figures} onSave={save} onClose={() => setOpen(false)} />
      ) : (
        <p className={styles.text}>
          <FigureText text={text} figures={figures} shown={shownFigure} onFigure={onFigure} />
        </p>
      )}
      {!isOpen && (
        <button
          type="button"
          className={styles.pencil}
          aria-label={m.ward_report_edit()}
          onClick={() => setOpen(true)}
        >
          <Pencil aria-hidden />
        </button>
      )}
      <div className={styles.tools}>
        {edited && <span className={styles.mark}>{m.ward_report_edited()}</span>}
        {owed && <span className={styles.mark}>{m.ward_report_owed()}</span>}
        {changedFigures.length > 0 && (
          <>
            <span className={styles.mark}>
              {m.ward_report_figures_changed({ count: changedFigures.length })}
            </span>
            <Button size="small" look="quiet" onPress={() => save(text)}>
              {m.ward_report_keep_words()}
            </Button>
          </>
        )}
        {edited && (
          <Button size="small" look="quiet" onPress={() => save(null)}>
            <RotateCcw aria-hidden /> {m.ward_report_as_drafted()}
          </Button>
        )}
      </div>
    </div>
  )
}
