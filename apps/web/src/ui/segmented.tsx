import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import styles from './segmented.module.css'
import { visuallyHidden } from './visually-hidden.tsx'

interface SegmentedProps<Value extends string> {
  legend: string
  hideLegend?: boolean
  value: Value
  options: readonly { value: Value; label: ReactNode }[]
  onChange: (value: Value) => void
}

/** A choice among two or three: radio buttons side by side. */
export function Segmented<Value extends string>({
  legend,
  hideLegend,
  value,
  options,
  onChange,
}: SegmentedProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.group}>
      <legend className={hideLegend ? visuallyHidden : undefined}>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={cx(styles.option, option.value === value && styles.chosen)}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
