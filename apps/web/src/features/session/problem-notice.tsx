import { ApiProblem } from '../../lib/api.ts'
import { errorSentence } from '../../lib/messages.ts'
import { m } from '../../paraglide/messages.js'
import { Notice } from '../../ui/notice.tsx'

const SERVER_FAULT = 500

/** Why it was refused; with the request's number where the administrator needs it. */
export function ProblemNotice({ error }: { error: unknown }) {
  const id = error instanceof ApiProblem && error.status >= SERVER_FAULT ? error.requestId : null
  return (
    <Notice kind="error" live="alert" title={errorSentence(error)}>
      {id && m.error_request_id({ id })}
    </Notice>
  )
}

/** Whether the service found fault with this field. */
export function isFaulty(error: unknown, pointer: string): boolean {
  return error instanceof ApiProblem && error.faults.some((fault) => fault.pointer === pointer)
}
