import { m } from '../../paraglide/messages.js'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { refusalsOf } from './unit-words.ts'

/** Why an act on departments was refused; nothing while nothing was. */
export function Refused({ error }: { error: unknown }) {
  if (!error) return null
  const reasons = refusalsOf(error)
  if (reasons.length === 0) return <ProblemNotice error={error} />
  return (
    <Notice kind="error" live="alert" title={m.error_department_faulty()}>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Notice>
  )
}
