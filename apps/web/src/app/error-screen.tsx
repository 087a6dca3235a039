import { CircleAlert, Lock, type LucideIcon, MapPinOff, WifiOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ApiProblem } from '../lib/api.ts'
import { commonSentence } from '../lib/common-messages.ts'
import { usePageTitle } from '../lib/page-title.ts'
import { PATHS } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { hasSessionEnded } from './query-client.ts'

type Kind = 'unreachable' | 'forbidden' | 'absent' | 'broken'

const KINDS: Record<Kind, { title: () => string; icon: LucideIcon; canRetry: boolean }> = {
  unreachable: { title: m.unreachable_title, icon: WifiOff, canRetry: true },
  forbidden: { title: m.forbidden_title, icon: Lock, canRetry: false },
  absent: { title: m.not_found_title, icon: MapPinOff, canRetry: false },
  broken: { title: m.error_title, icon: CircleAlert, canRetry: true },
}

const KIND_BY_STATUS: Readonly<Record<number, Kind>> = { 0: 'unreachable', 403: 'forbidden', 404: 'absent' }

/** When a page could not be shown: what to do, and the number by which the administrator finds the cause. */
export function ErrorScreen({ error }: { error: unknown }) {
  const kind = (error instanceof ApiProblem && KIND_BY_STATUS[error.status]) || 'broken'
  const { title, icon, canRetry } = KINDS[kind]
  usePageTitle(title())

  const sentence = useSentence(error)

  useEffect(() => {
    window.addEventListener('online', startAnew)
    return () => window.removeEventListener('online', startAnew)
  }, [])

  // The way to the sign-in page is already taken.
  if (hasSessionEnded(error)) return null
  // Where the address is wrong the administrator has nothing to look for.
  const id = error instanceof ApiProblem && kind !== 'absent' ? error.requestId : null
  return (
    <>
      <PageHeader title={title()} />
      <EmptyState
        icon={icon}
        title={sentence}
        actions={
          canRetry ? (
            <Button onPress={startAnew}>{m.error_retry()}</Button>
          ) : (
            <ButtonLink to={PATHS.home}>{m.not_found_home()}</ButtonLink>
          )
        }
      >
        {id && m.error_request_id({ id })}
      </EmptyState>
    </>
  )
}

/** A few sentences are at hand; the others come, where the network lets them. */
function useSentence(error: unknown): string {
  const [sentence, setSentence] = useState(() => commonSentence(error))
  useEffect(() => {
    import('../lib/messages.ts').then(
      ({ errorSentence }) => setSentence(errorSentence(error)),
      () => undefined,
    )
  }, [error])
  return sentence
}

/** From the top: what failed may have been the page's own script. Without a network that would leave nothing at all. */
function startAnew(): void {
  if (navigator.onLine) window.location.reload()
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
