import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { answer, api } from '../../lib/api.ts'
import { formatInstant } from '../../lib/format.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { goAndLink, signInOptionsQuery } from '../session/identity.ts'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import styles from './account.module.css'
import { securityQuery } from './queries.ts'

/** The office's own account: linked, and then a second way in; nothing where the office has none. */
export function IdentityCard({ linkedAt }: { linkedAt: string | null }) {
  const { buoc } = useSearch({ from: `/signed-in${PATHS.account}` })
  const { data } = useQuery(signInOptionsQuery())
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const go = useMutation({ mutationFn: goAndLink })
  const onSuccess = async () => {
    await queryClient.invalidateQueries(securityQuery())
    await navigate({ to: PATHS.account, search: {}, replace: true })
  }
  const confirm = useMutation({ mutationFn: () => answer(api.POST('/me/identity/confirm')), onSuccess })
  const remove = useMutation({
    mutationFn: (password: string) => answer(api.POST('/me/identity/remove', { body: { password } })),
    onSuccess,
  })
  if (!data?.identityProvider) return null
  const { name } = data.identityProvider
  const problem = go.error ?? confirm.error ?? remove.error

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    remove.mutate(textIn(new FormData(event.currentTarget), 'password'))
  }
  return (
    <Card
      title={m.identity_title()}
      aside={
        <StatusChip tone={linkedAt ? 'ok' : 'none'}>
          {linkedAt ? m.identity_linked() : m.identity_not_linked()}
        </StatusChip>
      }
    >
      <div className={styles.part}>
        <p>{m.identity_text({ name })}</p>
        {problem && <ProblemNotice error={problem} />}
        {buoc === 'lien-ket' && !linkedAt ? (
          <>
            <Notice kind="warning">{m.identity_confirm_text()}</Notice>
            <div className={styles.acts}>
              <Button look="primary" isPending={confirm.isPending} onPress={() => confirm.mutate()}>
                {m.identity_confirm()}
              </Button>
            </div>
          </>
        ) : linkedAt ? (
          <form className={styles.part} onSubmit={submit}>
            <p>{m.identity_since({ at: formatInstant(linkedAt) })}</p>
            <Field
              name="password"
              type="password"
              label={m.password_current()}
              autoComplete="current-password"
              isRequired
            />
            <div className={styles.acts}>
              <Button type="submit" isPending={remove.isPending}>
                {m.identity_remove()}
              </Button>
            </div>
          </form>
        ) : (
          <div className={styles.acts}>
            <Button look="primary" isPending={go.isPending} onPress={() => go.mutate()}>
              {m.identity_link({ name })}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}
