import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import styles from './session.module.css'
import { textIn } from './text-in.ts'

/** The identity provider has named who it is: the code of the second step is all that is owed. */
export function IdentityCode() {
  const [isMissing, setMissing] = useState(false)
  const finish = useMutation({
    mutationFn: (code: string) => answer(api.POST('/sessions/identity/code', { body: { code } })),
    onSuccess: ({ to }) => window.location.assign(to),
  })
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const code = textIn(new FormData(event.currentTarget), 'code').trim()
    setMissing(code === '')
    if (code !== '') finish.mutate(code)
  }
  return (
    <div className={styles.narrow}>
      <PageHeader title={m.sign_in_code_title()} sub={m.sign_in_code_text()} />
      {finish.error && <ProblemNotice error={finish.error} />}
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field
          name="code"
          label={m.sign_in_code()}
          hint={m.sign_in_code_hint()}
          autoComplete="one-time-code"
          error={isMissing ? m.field_required() : null}
          autoFocus
        />
        <Button look="primary" type="submit" isPending={finish.isPending}>
          {m.sign_in_submit()}
        </Button>
      </form>
    </div>
  )
}
