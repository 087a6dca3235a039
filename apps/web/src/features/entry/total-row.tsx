import { TriangleAlert } from 'lucide-react'
import { ABSENT, formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { cx } from '../../ui/cx.ts'
import { hasShare } from './figure-row.tsx'
import { percent } from './figure-words.ts'
import styles from './grid.module.css'
import { checkSentence } from './sentences.ts'
import type { FormIndicator } from './shapes.ts'
import { useTotal } from './use-cells.ts'

/** The ward as it stands, and how many areas that is: a share without its coverage says too much. */
export function TotalRow({ indicator }: { indicator: FormIndicator }) {
  const { numerator, denominator, value, coverage, checks } = useTotal(indicator.code)
  const isEmpty = coverage.reported === 0
  const number = (of: number) => (isEmpty ? ABSENT : formatNumber(of, 0))
  const share = value.kind === 'value' ? percent(value.value) : ABSENT
  return (
    <tr className={styles.total}>
      <th scope="row" className={styles.name}>
        {m.entry_whole_ward()}
      </th>
      {indicator.kind === 'yes_no' ? (
        <td className={cx(styles.cell, styles.figure)} data-label={m.entry_column_yes_no()}>
          {isEmpty ? ABSENT : m.entry_total_yes({ yes: number(numerator), of: number(denominator) })}
        </td>
      ) : (
        <>
          <td className={cx(styles.cell, styles.figure)} data-label={indicator.numeratorText ?? ''}>
            {number(numerator)}
          </td>
          <td className={cx(styles.cell, styles.figure)} data-label={indicator.denominatorText ?? ''}>
            {number(denominator)}
          </td>
        </>
      )}
      {hasShare(indicator) && (
        <td className={cx(styles.cell, styles.figure)} data-label={m.entry_column_share()}>
          {share}
        </td>
      )}
      <td className={cx(styles.cell, styles.figure)} />
      <td className={styles.notesCell} data-label={m.entry_column_notes()}>
        <div className={styles.notes}>
          <p className={styles.coverage}>{m.entry_coverage(coverage)}</p>
          {checks.map((check) => (
            <p key={check.code} className={cx(styles.note, styles.warn)}>
              <TriangleAlert aria-hidden />
              {checkSentence(check, indicator)}
            </p>
          ))}
        </div>
      </td>
    </tr>
  )
}
