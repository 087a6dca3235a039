import { useMay } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import type { ImportOptions } from './import-options.ts'
import { type ImportReport, verdictOf } from './import-report.ts'
import styles from './imports.module.css'

interface ImportChoicesProps {
  report: ImportReport
  options: ImportOptions
  onChoose: (change: Partial<ImportOptions>) => void
}

/** Only what this file makes necessary, and only what this person may decide. */
export function ImportChoices({ report, options, onChoose }: ImportChoicesProps) {
  const mayVouch =
    useMay('measurement.vouch') && options.resource === 'measurements' && verdictOf(report) !== 'unreadable'
  const has = (code: string) => report.errors.some((error) => error.code === code)
  const asksDecimal = options.decimal !== 'auto' || has('ambiguous_number')
  const asksColumns = has('unknown_column')
  const sheets = sheetsToChoose(report)
  if (!asksDecimal && !asksColumns && !mayVouch && !sheets) return null
  return (
    <div className={styles.choices}>
      {sheets && (
        <div className={styles.choice}>
          <Select
            label={m.import_sheet()}
            value={options.sheet ?? ''}
            options={[
              { value: '', label: m.import_sheet_choose() },
              ...sheets.map((name) => ({ value: name, label: name })),
            ]}
            onChange={(sheet) => sheet !== '' && onChoose({ sheet })}
          />
        </div>
      )}
      {asksDecimal && (
        <div className={styles.choice}>
          <Segmented
            legend={m.import_decimal()}
            value={options.decimal}
            options={[
              { value: ',', label: m.import_decimal_comma() },
              { value: '.', label: m.import_decimal_point() },
            ]}
            onChange={(decimal) => onChoose({ decimal })}
          />
          <p className={styles.hint}>{m.import_decimal_text()}</p>
        </div>
      )}
      {asksColumns && (
        <div className={styles.choice}>
          <Button onPress={() => onChoose({ unknownColumns: 'ignore' })}>{m.import_skip_columns()}</Button>
          <p className={styles.hint}>{m.import_skip_columns_text()}</p>
        </div>
      )}
      {mayVouch && (
        <div className={styles.choice}>
          <Segmented
            legend={m.import_state()}
            value={options.state}
            options={[
              { value: 'submitted', label: m.import_state_submitted() },
              { value: 'approved', label: m.import_state_approved() },
            ]}
            onChange={(state) => onChoose({ state })}
          />
          <p className={styles.hint}>
            {options.state === 'approved' ? m.import_state_approved_text() : m.import_state_submitted_text()}
          </p>
        </div>
      )}
    </div>
  )
}

/** Where several sheets of a workbook fit, a person says which. */
function sheetsToChoose({ errors }: ImportReport): string[] | null {
  const question = errors.find(({ code }) => code === 'several_sheets' || code === 'sheet_missing')
  const sheets = question?.params?.sheets
  return Array.isArray(sheets) ? sheets.map(String) : null
}
