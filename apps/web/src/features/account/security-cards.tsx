import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import { QrCode } from '../slips/qr-code.tsx'
import styles from './account.module.css'
import { IdentityCard } from './identity-card.tsx'
import { securityQuery } from './queries.ts'

type Security = Schemas['Security']

/** What guards one's own account: the second step, the password, the sessions that are open. */
export function SecurityCards() {
  const { data: security } = useSuspenseQuery(securityQuery())
  return (
    <>
      <IdentityCard linkedAt={security.identityLinkedAt} />
      <SecondFactor security={security} />
      <Password />
      <Sessions sessions={security.sessions} />
    </>
  )
}

function useGuarding<Input, Result>(act: (input: Input) => Promise<Result>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries(securityQuery()),
  })
}

function SecondFactor({ security: { secondFactor, recoveryLeft } }: { security: Security }) {
  const queryClient = useQueryClient()
  const begin = useGuarding((body: { password: string }) => answer(api.POST('/me/second-factor', { body })))
  const prove = useMutation({
    mutationFn: (body: { code: string }) => answer(api.POST('/me/second-factor/confirm', { body })),
    // Roles that waited for it hold from now on.
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['me'] }),
  })
  const remove = useGuarding((body: { password: string }) =>
    answer(api.POST('/me/second-factor/remove', { body })),
  )
  const isOn = secondFactor === 'on'
  const saidIn = (event: FormEvent<HTMLFormElement>, name: string) => {
    event.preventDefault()
    return textIn(new FormData(event.currentTarget), name)
  }
  function done() {
    begin.reset()
    prove.reset()
    return queryClient.invalidateQueries(securityQuery())
  }
  return (
    <Card
      title={m.factor_title()}
      aside={
        <StatusChip tone={isOn ? 'ok' : secondFactor === 'owed' ? 'risk' : 'none'}>
          {isOn ? m.factor_on() : secondFactor === 'owed' ? m.factor_owed() : m.factor_off()}
        </StatusChip>
      }
    >
      <div className={styles.part}>
        {secondFactor === 'owed' && <Notice kind="warning">{m.factor_owed_text()}</Notice>}
        <p>{m.factor_text()}</p>
        {prove.data ? (
          <>
            <Notice kind="success" title={m.factor_recovery_once()}>
              {m.factor_recovery_text()}
            </Notice>
            <ul className={styles.codes}>
              {prove.data.codes.map((code) => (
                <li key={code}>
                  <code>{code}</code>
                </li>
              ))}
            </ul>
            <Button look="primary" onPress={done}>
              {m.factor_recovery_kept()}
            </Button>
          </>
        ) : begin.data ? (
          <form className={styles.part} onSubmit={(event) => prove.mutate({ code: saidIn(event, 'code') })}>
            <p>{m.factor_scan()}</p>
            <QrCode text={begin.data.uri} label={m.factor_qr()} />
            <Field label={m.factor_secret()} value={begin.data.secret} isReadOnly />
            {prove.error && <ProblemNotice error={prove.error} />}
            <Field name="code" label={m.factor_code()} inputMode="numeric" autoComplete="one-time-code" />
            <Button look="primary" type="submit" isPending={prove.isPending}>
              {m.factor_prove()}
            </Button>
          </form>
        ) : (
          <form
            className={styles.part}
            onSubmit={(event) => {
              const body = { password: saidIn(event, 'password') }
              if (isOn) remove.mutate(body)
              else begin.mutate(body)
            }}
          >
            {isOn && <p>{m.factor_left({ count: recoveryLeft })}</p>}
            {(begin.error ?? remove.error) && <ProblemNotice error={begin.error ?? remove.error} />}
            <Field
              name="password"
              type="password"
              label={m.password_current()}
              autoComplete="current-password"
            />
            <Button look={isOn ? 'secondary' : 'primary'} type="submit" isPending={begin.isPending}>
              {isOn ? m.factor_remove() : m.factor_begin()}
            </Button>
          </form>
        )}
      </div>
    </Card>
  )
}

function Password() {
  const change = useGuarding((body: Schemas['PasswordChange']) => answer(api.POST('/me/password', { body })))
  const [count, setCount] = useState(0)
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    change.mutate(
      { current: textIn(form, 'current'), next: textIn(form, 'next') },
      { onSuccess: () => setCount(count + 1) },
    )
  }
  return (
    <Card title={m.password_title()}>
      <form key={count} className={styles.part} onSubmit={submit}>
        {change.error && <ProblemNotice error={change.error} />}
        {change.isSuccess && (
          <Notice kind="success" live="status">
            {m.password_changed()}
          </Notice>
        )}
        <Field
          name="current"
          type="password"
          label={m.password_current()}
          autoComplete="current-password"
          isRequired
        />
        <Field
          name="next"
          type="password"
          label={m.password_next()}
          hint={m.set_password_rule()}
          autoComplete="new-password"
          isRequired
        />
        <Button type="submit" isPending={change.isPending}>
          {m.password_change()}
        </Button>
      </form>
    </Card>
  )
}

function Sessions({ sessions }: { sessions: Security['sessions'] }) {
  const end = useGuarding((id: string) =>
    answer(api.DELETE('/me/sessions/{id}', { params: { path: { id } } })),
  )
  const endOthers = useGuarding((_: undefined) => answer(api.DELETE('/me/sessions')))
  return (
    <Card title={m.sessions_title()}>
      <div className={styles.part}>
        {(end.error ?? endOthers.error) && <ProblemNotice error={end.error ?? endOthers.error} />}
        <ul className={styles.sessions}>
          {sessions.map(({ id, current, ip, userAgent, openedAt }) => (
            <li key={id}>
              <span>
                {m.session_opened({ at: formatInstant(openedAt), ip: ip ?? '' })}
                {userAgent && <small>{userAgent}</small>}
              </span>
              {current ? (
                <StatusChip tone="ok">{m.session_this()}</StatusChip>
              ) : (
                <Button
                  size="small"
                  aria-label={m.session_end_of({ at: formatInstant(openedAt) })}
                  onPress={() => end.mutate(id)}
                >
                  {m.session_end()}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 && (
          <Button onPress={() => endOthers.mutate(undefined)}>{m.sessions_end_others()}</Button>
        )}
      </div>
    </Card>
  )
}
