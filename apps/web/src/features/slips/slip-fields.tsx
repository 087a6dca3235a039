import { useState } from 'react'
import { formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Field } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { checkSentence } from '../entry/index.ts'
import { nameOf } from '../indicators/names.ts'
import type { SheetIndicator } from './queries.ts'
import type { SlipText } from './slip-draft.ts'
import { faultsIn } from './slip-figure.ts'
import styles from './slips.module.css'

interface SlipFieldsProps {
  indicator: SheetIndicator
  text: SlipText
  isTried: boolean
  onType: (text: SlipText) => void
}

/** One indicator of a slip: its numbers, and last period's beside them. */
export function SlipFields({ indicator, text, isTried, onType }: SlipFieldsProps) {
  const [isLeft, setLeft] = useState(false)
  const { kind, sent, unit, numeratorText, denominatorText } = indicator
  const isConfirmed = Boolean(sent?.confirmedAt)
  const begun = text.numerator !== '' || text.value !== ''
  const faults = (isLeft || isTried) && begun ? faultsIn(text, indicator) : []
  const faultOf = (field: string) => {
    const fault = faults.find((each) => each.field === field)
    return fault ? checkSentence(fault, indicator) : null
  }
  const field = (name: keyof SlipText, label: string) => (
    <Field
      label={label}
      inputMode="numeric"
      autoComplete="off"
      value={text[name]}
      isReadOnly={isConfirmed}
      error={faultOf(name)}
      onChange={(typed) => onType({ ...text, [name]: typed })}
      onBlur={() => setLeft(true)}
    />
  )
  return (
    <fieldset className={styles.fieldset}>
      <legend>{nameOf(indicator)}</legend>
      {kind === 'yes_no' ? (
        <Segmented
          legend={nameOf(indicator)}
          hideLegend
          value={text.numerator === '' ? 'none' : text.numerator === '1' ? 'yes' : 'no'}
          options={[
            { value: 'none', label: m.entry_yes_no_silent() },
            { value: 'yes', label: m.slip_yes() },
            { value: 'no', label: m.slip_no() },
          ]}
          onChange={(said) =>
            !isConfirmed && onType({ ...text, numerator: said === 'none' ? '' : said === 'yes' ? '1' : '0' })
          }
        />
      ) : kind === 'value' ? (
        field('value', m.entry_column_value({ unit }))
      ) : (
        <>
          {field('numerator', numeratorText ?? m.entry_column_numerator())}
          {field('denominator', denominatorText ?? m.entry_column_denominator())}
        </>
      )}
      <p className={styles.quiet}>{lastSentence(indicator)}</p>
      {isConfirmed && <p className={styles.quiet}>{m.slip_figure_confirmed_long()}</p>}
    </fieldset>
  )
}

function lastSentence({ last, kind }: SheetIndicator): string {
  if (!last || last.notApplicable) return m.slip_last_none()
  if (kind === 'yes_no') return m.slip_last({ figure: last.numerator === 1 ? m.entry_yes() : m.entry_no() })
  if (last.value !== null) return m.slip_last({ figure: formatNumber(last.value, 1) })
  if (last.numerator === null || last.denominator === null) return m.slip_last_none()
  return m.slip_last({ figure: `${formatNumber(last.numerator, 0)} / ${formatNumber(last.denominator, 0)}` })
}
