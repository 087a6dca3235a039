import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { formatInstant } from '../../lib/format.ts'
import { errorSentence } from '../../lib/messages.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import styles from './account.module.css'
import { accountQuery } from './queries.ts'
import { SecurityCards } from './security-cards.tsx'

/** How this person is told of what is due, beside the screens. */
export function AccountPage() {
  usePageTitle(m.account_title())
  const { data: account } = useSuspenseQuery(accountQuery())
  return (
    <>
      <PageHeader title={m.account_title()} sub={<p>{account.email}</p>} />
      <Mail on={account.mailReminders} available={account.mailAvailable} />
      <SecurityCards />
      <Calendar since={account.calendarSince} />
    </>
  )
}

function useSaving<Input, Result>(save: (input: Input) => Promise<Result>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: save,
    onSettled: () => queryClient.invalidateQueries(accountQuery()),
  })
}

function Mail({ on, available }: { on: boolean; available: boolean }) {
  const save = useSaving((mailReminders: boolean) =>
    answer(api.PUT('/me/account', { body: { mailReminders } })),
  )
  return (
    <Card title={m.account_mail()}>
      <div className={styles.part}>
        <p>{available ? m.account_mail_text() : m.account_mail_unavailable()}</p>
        <Checkbox label={m.account_mail_choose()} isChecked={on} onChange={save.mutate} />
        {save.error && <Notice kind="error">{errorSentence(save.error)}</Notice>}
      </div>
    </Card>
  )
}

function Calendar({ since }: { since: string | null }) {
  const renew = useSaving((_: undefined) => answer(api.POST('/me/calendar')))
  const revoke = useSaving((_: undefined) => answer(api.DELETE('/me/calendar')))
  const url = since === null ? undefined : renew.data?.url
  return (
    <Card title={m.account_calendar()}>
      <div className={styles.part}>
        <p>{m.account_calendar_text()}</p>
        {since && <p>{m.account_calendar_since({ at: formatInstant(since) })}</p>}
        {url && (
          <Notice kind="success" title={m.account_calendar_once()}>
            <code className={styles.address}>{url}</code>
          </Notice>
        )}
        <div className={styles.acts}>
          <Button look="primary" onPress={() => renew.mutate(undefined)}>
            {since ? m.account_calendar_renew() : m.account_calendar_make()}
          </Button>
          {url && (
            <Button onPress={() => navigator.clipboard.writeText(url)}>{m.account_calendar_copy()}</Button>
          )}
          {since && <Button onPress={() => revoke.mutate(undefined)}>{m.account_calendar_revoke()}</Button>}
        </div>
        {(renew.error ?? revoke.error) && (
          <Notice kind="error">{errorSentence(renew.error ?? revoke.error)}</Notice>
        )}
      </div>
    </Card>
  )
}
