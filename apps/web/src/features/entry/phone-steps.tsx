import { ChevronDown, ChevronUp } from 'lucide-react'
import { m } from '../../paraglide/messages.js'
import styles from './save-bar.module.css'

/** The next or the last field, for thumbs: phones have no Tab key. */
export function PhoneSteps() {
  return (
    <div className={styles.steps}>
      <StepButton label={m.entry_previous_field()} by={-1} />
      <StepButton label={m.entry_next_field()} by={1} />
    </div>
  )
}

/** Pressed without taking the focus: the keyboard of the phone stays open. */
function StepButton({ label, by }: { label: string; by: 1 | -1 }) {
  const Icon = by === 1 ? ChevronDown : ChevronUp
  return (
    <button
      type="button"
      className={styles.step}
      aria-label={label}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => step(by)}
    >
      <Icon aria-hidden />
    </button>
  )
}

function step(by: 1 | -1): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-stop]:not(:disabled)')]
  const focused = fields.findIndex((field) => field.matches(':focus'))
  const next = fields[focused === -1 ? 0 : Math.min(Math.max(focused + by, 0), fields.length - 1)]
  next?.focus()
  next?.scrollIntoView({ block: 'center' })
}
