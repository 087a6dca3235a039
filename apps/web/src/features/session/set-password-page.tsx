import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
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
import styles from './session.module.css'
import { textIn } from './text-in.ts'

/** The service refuses less; the screen says it before, not after. */
const LEAST_CHARACTERS = 15

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
  const [password, setPassword] = useState('')
  const [isShown, setShown] = useState(false)
  const [faults, setFaults] = useState<Partial<Acceptance>>({})
  const accept = useMutation({
    mutationFn: async (body: Acceptance) => {
      await answer(api.POST('/invitations/{secret}', { params: { path: { secret } }, body }))
      await openSession({ email: body.email, password: body.password })
    },
    onSuccess: async () => {
      queryClient.clear()
      await navigate({ to: PATHS.home })
    },
  })

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const body = { name: textIn(form, 'name').trim(), email: textIn(form, 'email').trim(), password }
    const found = faultsOf(body)
    setFaults(found)
    if (Object.keys(found).length === 0) accept.mutate(body)
  }

  return (
    <div className={styles.narrow}>
      <PageHeader title={m.set_password_title()} sub={m.set_password_text()} />
      {accept.isError && <ProblemNotice error={accept.error} />}
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field name="name" label={m.set_password_name()} autoComplete="name" error={faults.name ?? null} />
        <Field
          name="email"
          type="email"
          label={m.sign_in_email()}
          autoComplete="username"
          error={faults.email ?? (isFaulty(accept.error, '/email') ? m.field_email_wrong() : null)}
        />
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
  const missing = LEAST_CHARACTERS - [...password].length
  return {
    ...(name === '' && { name: m.field_required() }),
    ...(email === '' && { email: m.field_required() }),
    ...(missing > 0 && { password: m.set_password_missing({ count: missing }) }),
  }
}
