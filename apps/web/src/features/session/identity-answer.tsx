import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { ApiProblem } from '../../lib/api.ts'
import { m } from '../../paraglide/messages.js'
import { PageHeader } from '../../ui/page-header.tsx'
import { providerAnswerQuery } from './identity.ts'
import { IdentityCode } from './identity-code.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import styles from './session.module.css'

/** Back from the provider: on to the page that was wanted, to the code of the second step, or to the door again. */
export function IdentityAnswer({ door }: { door: ReactNode }) {
  // As it came, though the router may tidy the address.
  const [search] = useState(() => window.location.search)
  const { data, error } = useQuery(providerAnswerQuery(search))
  useEffect(() => {
    if (data) window.location.replace(data.to)
  }, [data])
  if (error instanceof ApiProblem && error.code === 'session.code-required') return <IdentityCode />
  if (error)
    return (
      <div className={styles.narrow}>
        <ProblemNotice error={error} />
        {door}
      </div>
    )
  return (
    <div className={styles.narrow}>
      <PageHeader title={m.sign_in_title()} sub={m.identity_checking()} />
    </div>
  )
}
