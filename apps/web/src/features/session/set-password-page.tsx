import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { SHORTEST_PASSWORD } from '@tien-do/domain/sign-in'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { openSession } from './open-session.ts'
import { isFaulty, ProblemNotice } from './problem-notice.tsx'
import { invitationQuery } from './queries.ts'
import styles from './session.module.css'
import { textIn } from './text-in.ts'

interface Acceptance {
  name: string
  email: string
  password: string
}

export function SetPasswordPage() {
  usePageTitle(m.set_password_title())
  const { ma: secret } = useParams({ from: PATHS.setPassword })
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  // Whoever was invited has a name already; a link that is wrong says so when it is used.
  const invited = useQuery(invitationQuery(secret)).data
  const [password, setPassword] = useState('')
  const [isShown, setShown] = useState(false)
  const [faults, setFaults] = useState<Partial<Acceptance>>({})
  const accept = useMutation({
    mutationFn: async ({ name, email, ...body }: Acceptance) => {
      const path = { secret }
      await answer(
        api.POST('/invitations/{secret}', {
          params: { path },
          body: invited?.email ? body : { ...body, name, email },
        }),
      )
      await openSession({ email, password: body.password })
    },
    onSuccess: async () => {
      queryClient.clear()
      await navigate({ to: PATHS.home })
    },
  })

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const body = {
      name: invited?.name ?? textIn(form, 'name').trim(),
      email: invited?.email ?? textIn(form, 'email').trim(),
      password,
    }
    const found = faultsOf(body)
    setFaults(found)
    if (Object.keys(found).length === 0) accept.mutate(body)
  }

  return (
    <div className={styles.narrow}>
      <PageHeader title={m.set_password_title()} sub={m.set_password_text()} />
      {accept.isError && <ProblemNotice error={accept.error} />}
      <form className={styles.form} onSubmit={submit} noValidate>
        {invited?.email ? (
          <p>
            <strong>{invited.name}</strong> · {invited.email}
          </p>
        ) : (
          <>
            <Field
              name="name"
              label={m.set_password_name()}
              autoComplete="name"
              error={faults.name ?? null}
            />
            <Field
              name="email"
              type="email"
              label={m.sign_in_email()}
              autoComplete="username"
              error={faults.email ?? (isFaulty(accept.error, '/email') ? m.field_email_wrong() : null)}
            />
          </>
        )}
        <Field
          name="password"
          type={isShown ? 'text' : 'password'}
          label={m.sign_in_password()}
          hint={m.set_password_rule()}
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={faults.password ?? null}
        />
        <Checkbox label={m.set_password_show()} isChecked={isShown} onChange={setShown} />
        <Button look="primary" type="submit" isPending={accept.isPending}>
          {m.set_password_submit()}
        </Button>
      </form>
    </div>
  )
}

function faultsOf({ name, email, password }: Acceptance): Partial<Acceptance> {
  const missing = SHORTEST_PASSWORD - [...password].length
  return {
    ...(name === '' && { name: m.field_required() }),
    ...(email === '' && { email: m.field_required() }),
    ...(missing > 0 && { password: m.set_password_missing({ count: missing }) }),
  }
}
