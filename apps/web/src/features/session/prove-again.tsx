import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { errorSentence } from '../../lib/messages.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './session.module.css'

/** The password once more, where an act asks for it; it may stand inside another form, so it is none of its own. */
export function ProveAgain() {
  const [password, setPassword] = useState('')
  const prove = useMutation({
    mutationFn: () => answer(api.POST('/sessions/current/proof', { body: { password } })),
  })
  if (prove.isSuccess)
    return (
      <Notice kind="success" live="status">
        {m.prove_done()}
      </Notice>
    )
  return (
    <Notice kind="warning" live="alert" title={m.prove_title()}>
      <div className={styles.prove}>
        <p>{m.prove_text()}</p>
        <Field
          type="password"
          label={m.password_current()}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={prove.error ? errorSentence(prove.error) : null}
        />
        <Button isDisabled={password === ''} isPending={prove.isPending} onPress={() => prove.mutate()}>
          {m.prove_submit()}
        </Button>
      </div>
    </Notice>
  )
}
