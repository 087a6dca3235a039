import type { ReactNode } from 'react'
import { m } from '../../paraglide/messages.js'
import { cx } from '../../ui/cx.ts'
import styles from './paper.module.css'
import type { ReportDocument } from './queries.ts'

type Appendix = ReportDocument['appendices'][number]
/** A table that is wider than its sheet scrolls, also with the arrow keys. */
const REACHED_BY_KEYBOARD = { tabIndex: 0 }
const SHOWN_ROWS = 60

/** An appendix as it lies in print; of a long one the first rows, for the file has them all. */
export function AppendixSheet({
  appendix,
  attachedTo,
  children,
}: {
  appendix: Appendix
  attachedTo: string
  children?: ReactNode
}) {
  const { label, title, columns, rows, note } = appendix
  return (
    <div className={cx(styles.box, styles.wide)}>
      <div className={cx(styles.sheet, styles.lying)}>
        <p className={styles.strong}>{label}</p>
        <h2 className={styles.appendixTitle}>{title}</h2>
        <p className={styles.attached}>{attachedTo}</p>
        {note && <p className={styles.note}>Ghi chú: {note}</p>}
        <section className={styles.scroll} aria-label={title} {...REACHED_BY_KEYBOARD}>
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map(({ key, title: head }) => (
                  <th key={key} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, SHOWN_ROWS).map((row, at) =>
                row.group ? (
                  <tr key={`g ${row.cells[0]?.text ?? ''}`}>
                    <th colSpan={columns.length} scope="colgroup" className={styles.group}>
                      {row.cells[0]?.text}
                    </th>
                  </tr>
                ) : (
                  <tr key={`${at.toString()} ${row.cells[1]?.text ?? ''}`}>
                    {row.cells.map((cell, index) => (
                      <td
                        key={columns[index]?.key}
                        className={cx(styles[columns[index]?.align ?? 'start'], row.total && styles.total)}
                      >
                        {cell.text}
                      </td>
                    ))}
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </section>
        {rows.length > SHOWN_ROWS && <p>{m.ward_report_more_rows({ count: rows.length - SHOWN_ROWS })}</p>}
        <p className={styles.note}>./.</p>
        {children}
      </div>
    </div>
  )
}
