import { ApiProblem } from '../../lib/api.ts'
import { errorSentence } from '../../lib/messages.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

const JSON_EXAMPLE = '{"rows": [{"indicator": "…", "on": "…"}]}'

interface ImportProblemProps {
  error: unknown
  onRetry?: () => void
  onOther?: () => void
}

/** Why the file as a whole was refused or did not arrive; with the request's number for the administrator. */
export function ImportProblem({ error, onRetry, onOther }: ImportProblemProps) {
  const id = error instanceof ApiProblem ? error.requestId : null
  return (
    <Notice
      kind="error"
      live="alert"
      title={sentenceFor(error)}
      actions={
        onOther && (
          <>
            <Button onPress={onRetry ?? onOther}>{m.import_try_again()}</Button>
            <Button look="quiet" onPress={onOther}>
              {m.import_other_file()}
            </Button>
          </>
        )
      }
    >
      {id && m.error_request_id({ id })}
    </Notice>
  )
}

function sentenceFor(error: unknown): string {
  const isOtherJson = error instanceof ApiProblem && error.faults.some(({ code }) => code === 'rows_expected')
  return isOtherJson ? m.fault_rows_expected({ example: JSON_EXAMPLE }) : errorSentence(error)
}
