import type { ReactNode } from 'react'
import {
  FieldError,
  Input,
  Label,
  Text,
  TextField,
  type TextFieldProps,
} from 'react-aria-components/TextField'
import styles from './field.module.css'

interface FieldProps extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  label: string
  hint?: ReactNode
  /** The sentence that says what to do; the field is marked wrong while it stands. */
  error?: string | null
}

/** One line of text, with its label above and its fault below. */
export function Field({ label, hint, error, ...props }: FieldProps) {
  return (
    <TextField {...props} className={styles.field ?? ''} isInvalid={Boolean(error)} validationBehavior="aria">
      <Label className={styles.label ?? ''}>{label}</Label>
      {hint && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <Input className={styles.control ?? ''} />
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </TextField>
  )
}
