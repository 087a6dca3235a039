import { CircleAlert, MapPinOff } from 'lucide-react'
import { usePageTitle } from '../lib/page-title.ts'
import { PATHS } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'

/** When a page could not be drawn: what to do, and the number by which the administrator finds the cause. */
export function ErrorScreen({ error, reset }: { error: unknown; reset: () => void }) {
  usePageTitle(m.error_title())
  const id = requestIdOf(error)
  return (
    <>
      <PageHeader title={m.error_title()} />
      <EmptyState
        icon={CircleAlert}
        title={m.error_text()}
        actions={<Button onPress={reset}>{m.error_retry()}</Button>}
      >
        {id && m.error_request_id({ id })}
      </EmptyState>
    </>
  )
}

export function NotFoundScreen() {
  usePageTitle(m.not_found_title())
  return (
    <>
      <PageHeader title={m.not_found_title()} />
      <EmptyState
        icon={MapPinOff}
        title={m.not_found_text()}
        actions={<ButtonLink to={PATHS.home}>{m.not_found_home()}</ButtonLink>}
      />
    </>
  )
}

function requestIdOf(error: unknown): string | null {
  return error instanceof Error && 'requestId' in error && typeof error.requestId === 'string'
    ? error.requestId
    : null
}
