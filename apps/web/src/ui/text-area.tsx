import type { ReactNode } from 'react'
import { TextArea as AriaTextArea, FieldError, Label, Text, TextField } from 'react-aria-components/TextField'
import { cx } from './cx.ts'
import styles from './field.module.css'

interface TextAreaProps {
  label: string
  name: string
  hint?: ReactNode
  /** The sentence that says what to do; the field is marked wrong while it stands. */
  error?: string | null
  rows?: number
  defaultValue?: string
  autoFocus?: boolean
  value?: string
  isReadOnly?: boolean
  onChange?: (value: string) => void
  onBlur?: () => void
}

const ROWS = 4

/** A few sentences, with their label above and their fault below. */
export function TextArea({ label, hint, error, rows = ROWS, ...props }: TextAreaProps) {
  return (
    <TextField {...props} className={styles.field ?? ''} isInvalid={Boolean(error)} validationBehavior="aria">
      <Label className={styles.label ?? ''}>{label}</Label>
      {hint && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <AriaTextArea rows={rows} className={cx(styles.control, styles.area)} />
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </TextField>
  )
}
