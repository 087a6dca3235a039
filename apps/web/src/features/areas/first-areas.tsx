import { type FormEvent, useState } from 'react'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { TextLink } from '../../ui/link.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import styles from './areas.module.css'
import { useAreaAct } from './use-area-act.ts'

const MOST = 200

/** A ward without areas yet: how many there are is enough to begin; names can be changed later. */
export function FirstAreas() {
  const change = useAreaAct()
  const [error, setError] = useState<string | null>(null)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const count = Number(textIn(form, 'count'))
    const word = textIn(form, 'word').trim()
    if (!Number.isInteger(count) || count < 1 || count > MOST || word === '')
      return setError(m.areas_first_fault({ most: MOST }))
    setError(null)
    const areas = Array.from({ length: count }, (_, index) => ({
      code: `TDP-${String(index + 1).padStart(2, '0')}`,
      name: `${word} ${index + 1}`,
    }))
    change.mutate({ act: 'open', on: null, areas, legalBasis: null })
  }

  return (
    <Card title={m.areas_first()}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p>{m.areas_first_text()}</p>
        {change.isError && <ProblemNotice error={change.error} />}
        <div className={styles.pair}>
          <Field name="word" label={m.areas_first_word()} defaultValue={m.areas_first_word_default()} />
          <Field name="count" label={m.areas_first_count()} inputMode="numeric" error={error} />
        </div>
        <div className={styles.buttons}>
          <Button look="primary" type="submit" isPending={change.isPending}>
            {m.areas_first_make()}
          </Button>
          <TextLink to={PATHS.import}>{m.areas_first_import()}</TextLink>
        </div>
      </form>
    </Card>
  )
}
