import { useMutation, useQuery } from '@tanstack/react-query'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { goToProvider, signInOptionsQuery } from './identity.ts'
import { ProblemNotice } from './problem-notice.tsx'
import styles from './session.module.css'

/** Where the office has accounts of its own: the way in through them. */
export function IdentityWayIn({ back }: { back: string }) {
  const { data } = useQuery(signInOptionsQuery())
  const go = useMutation({ mutationFn: () => goToProvider(back) })
  if (!data?.identityProvider) return null
  return (
    <div className={styles.other}>
      <p className={styles.or}>{m.sign_in_or()}</p>
      {go.error && <ProblemNotice error={go.error} />}
      <Button isPending={go.isPending} onPress={() => go.mutate()}>
        {m.sign_in_with({ name: data.identityProvider.name })}
      </Button>
    </div>
  )
}
