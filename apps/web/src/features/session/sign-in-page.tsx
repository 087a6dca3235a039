import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../../lib/api.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { IdentityAnswer } from './identity-answer.tsx'
import { IdentityWayIn } from './identity-way-in.tsx'
import { type Credentials, openSession } from './open-session.ts'
import { isFaulty, ProblemNotice } from './problem-notice.tsx'
import styles from './session.module.css'
import { textIn } from './text-in.ts'

export function SignInPage() {
  usePageTitle(m.sign_in_title())
  const { state } = useSearch({ from: PATHS.signIn })
  return state ? <IdentityAnswer door={<PasswordForm />} /> : <PasswordForm />
}

function PasswordForm() {
  const { tiep } = useSearch({ from: PATHS.signIn })
  const router = useRouter()
  const queryClient = useQueryClient()
  const [missing, setMissing] = useState<readonly string[]>([])
  const signIn = useMutation({
    mutationFn: openSession,
    onSuccess: () => {
      // What the last person saw is not this person's.
      queryClient.clear()
      router.history.push(tiep ?? PATHS.home)
    },
  })

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const credentials: Credentials = {
      email: textIn(form, 'email').trim(),
      password: textIn(form, 'password'),
      ...(form.has('code') && { code: textIn(form, 'code').trim() }),
    }
    const empty = Object.entries(credentials).flatMap(([name, value]) => (value === '' ? [name] : []))
    setMissing(empty)
    if (empty.length === 0) signIn.mutate(credentials)
  }

  // The password was right: a code is owed, and asked for beside it.
  const code = signIn.error instanceof ApiProblem ? signIn.error.code : null
  const isCodeOwed = code === 'session.code-required'
  const asksCode = isCodeOwed || code === 'session.wrong-code'
  const faultOf = (name: keyof Credentials) => (missing.includes(name) ? m.field_required() : null)
  return (
    <div className={styles.narrow}>
      <PageHeader title={m.sign_in_title()} sub={m.sign_in_text()} />
      {tiep && !signIn.isError && <Notice>{m.sign_in_again()}</Notice>}
      {signIn.isError && !isCodeOwed && <ProblemNotice error={signIn.error} />}
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field
          name="email"
          type="email"
          label={m.sign_in_email()}
          autoComplete="username"
          error={faultOf('email') ?? (isFaulty(signIn.error, '/email') ? m.field_email_wrong() : null)}
        />
        <Field
          name="password"
          type="password"
          label={m.sign_in_password()}
          autoComplete="current-password"
          error={faultOf('password')}
        />
        {asksCode && (
          <Field
            name="code"
            label={m.sign_in_code()}
            hint={m.sign_in_code_hint()}
            autoComplete="one-time-code"
            error={faultOf('code')}
            autoFocus
          />
        )}
        <Button look="primary" type="submit" isPending={signIn.isPending}>
          {m.sign_in_submit()}
        </Button>
      </form>
      <IdentityWayIn back={tiep ?? PATHS.home} />
      <p className={styles.help}>{m.sign_in_help()}</p>
    </div>
  )
}
