import { m } from '../../paraglide/messages.js'
import { nameOf } from '../indicators/names.ts'
import { headOf } from './figure-row.tsx'
import { lastInWords } from './figure-words.ts'
import styles from './paper-form.module.css'
import type { FormIndicator } from './shapes.ts'
import { FIELDS_OF } from './typed.ts'

interface PaperFormProps {
  indicators: readonly FormIndicator[]
  year: number
  title: string
}

/** An empty form for a head of an area, filled in by hand; only paper shows it. */
export function PaperForm({ indicators, year, title }: PaperFormProps) {
  return (
    <div className={styles.paper} aria-hidden>
      <h2>{m.entry_paper_title({ title, year })}</h2>
      <p>{m.entry_paper_who()}</p>
      {indicators
        .filter(({ kind }) => kind !== 'qualitative')
        .map((indicator) => (
          <table key={indicator.code}>
            <caption>{nameOf(indicator)}</caption>
            <thead>
              <tr>
                <th>{m.entry_column_area()}</th>
                {FIELDS_OF[indicator.kind].map((field) => (
                  <th key={field}>
                    {indicator.kind === 'yes_no' ? m.entry_paper_yes_no() : headOf(indicator, field)}
                  </th>
                ))}
                <th>{m.entry_column_last()}</th>
              </tr>
            </thead>
            <tbody>
              {indicator.cells.map(({ area, last }) => (
                <tr key={area?.code ?? ''}>
                  <th>{area?.name ?? m.entry_whole_ward()}</th>
                  {FIELDS_OF[indicator.kind].map((field) => (
                    <td key={field} />
                  ))}
                  <td>{lastInWords(last, indicator.kind)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      <p>{m.entry_paper_sign()}</p>
    </div>
  )
}
