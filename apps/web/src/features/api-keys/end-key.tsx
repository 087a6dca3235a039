import { useState } from 'react'
import { errorSentence } from '../../lib/messages.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { GuardedProblem } from '../session/guarded-problem.tsx'
import type { ApiKey } from './key-words.ts'
import styles from './keys.module.css'
import { ShownOnce } from './shown-once.tsx'
import { useRevokeKey, useRotateKey } from './use-key-act.ts'

interface EndKeyProps {
  apiKey: ApiKey
  onDone: () => void
}

const KEEP_DAYS = ['0', '1', '7', '30'] as const

/** A new key takes over; the older one lives on for some days, so that nothing stops meanwhile. */
export function RotateKey({ apiKey, onDone }: EndKeyProps) {
  const rotate = useRotateKey()
  const [keep, setKeep] = useState<(typeof KEEP_DAYS)[number]>('7')
  if (rotate.data) return <ShownOnce text={rotate.data.key} onDone={onDone} />
  return (
    <div className={styles.form}>
      {rotate.isError && <GuardedProblem error={rotate.error} />}
      <p>{m.key_rotate_text({ name: apiKey.name })}</p>
      <Select
        label={m.key_keep()}
        value={keep}
        options={KEEP_DAYS.map((days) => ({
          value: days,
          label: days === '0' ? m.key_keep_none() : m.key_keep_days({ days }),
        }))}
        onChange={setKeep}
      />
      <div className={styles.acts}>
        <Button
          look="primary"
          isPending={rotate.isPending}
          onPress={() => rotate.mutate({ id: apiKey.id, keepDays: Number(keep) })}
        >
          {m.key_rotate()}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {m.key_cancel()}
        </Button>
      </div>
    </div>
  )
}

export function RevokeKey({ apiKey, onDone }: EndKeyProps) {
  const revoke = useRevokeKey()
  return (
    <div className={styles.form}>
      {revoke.isError && <Notice kind="error">{errorSentence(revoke.error)}</Notice>}
      <p>{m.key_revoke_text({ name: apiKey.name })}</p>
      <div className={styles.acts}>
        <Button
          look="primary"
          isPending={revoke.isPending}
          onPress={() => revoke.mutate({ id: apiKey.id }, { onSuccess: onDone })}
        >
          {m.key_revoke()}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {m.key_cancel()}
        </Button>
      </div>
    </div>
  )
}
