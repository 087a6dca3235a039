import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { cx } from './cx.ts'
import styles from './field.module.css'
import { visuallyHidden } from './visually-hidden.tsx'

interface SelectProps<Value extends string> {
  label: string
  /** The label is spoken only: for filters whose words say enough. */
  hideLabel?: boolean
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

/** The platform's own list: the phone's wheel, the keyboard's first letters, no script. */
export function Select<Value extends string>({
  label,
  hideLabel,
  value,
  options,
  onChange,
}: SelectProps<Value>) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? visuallyHidden : styles.label}>
        {label}
      </label>
      <span className={styles.selectBox}>
        <select
          id={id}
          className={cx(styles.control, styles.select)}
          value={value}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden />
      </span>
    </div>
  )
}
