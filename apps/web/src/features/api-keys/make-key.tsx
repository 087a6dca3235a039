import { useSuspenseQuery } from '@tanstack/react-query'
import { parseDay } from '@tien-do/domain/day-vi'
import { SCOPES, type Scope } from '@tien-do/domain/permission'
import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { GuardedProblem } from '../session/guarded-problem.tsx'
import { SCOPE } from './key-words.ts'
import styles from './keys.module.css'
import { departmentNamesQuery } from './queries.ts'
import { ShownOnce } from './shown-once.tsx'
import { useIssueKey } from './use-key-act.ts'

const REQUESTS_PER_MINUTE = '600'

/** What a key is for and how far it reaches; then the key, once. */
export function MakeKey({ onDone }: { onDone: () => void }) {
  const { items: departments } = useSuspenseQuery(departmentNamesQuery(useCurrentPlan().code)).data
  const issue = useIssueKey()
  const [scopes, setScopes] = useState<readonly Scope[]>([])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const said = (name: string) => String(form.get(name) ?? '').trim()
    const until = said('expiresOn')
    const expiresOn = until === '' ? undefined : parseDay(until)
    const wrong: Record<string, string> = {}
    if (said('name') === '') wrong.name = m.field_required()
    if (scopes.length === 0) wrong.scopes = m.key_fault_scopes()
    if (expiresOn === null) wrong.expiresOn = m.checklist_fault_day()
    setFaults(wrong)
    if (Object.keys(wrong).length > 0) return
    issue.mutate({
      name: said('name'),
      scopes: [...scopes],
      departments: [...chosen],
      addresses: said('addresses')
        .split(/[\s,;]+/)
        .filter(Boolean),
      requestsPerMinute: Number(said('requestsPerMinute')),
      ...(expiresOn ? { expiresOn } : {}),
    })
  }

  if (issue.data) return <ShownOnce text={issue.data.key} onDone={onDone} />
  const refused = (pointer: string) =>
    issue.error instanceof ApiProblem && issue.error.faults.find((fault) => fault.pointer.startsWith(pointer))
  const address = refused('/addresses')
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {issue.isError && <GuardedProblem error={issue.error} />}
      <Field
        name="name"
        label={m.key_name()}
        hint={m.key_name_hint()}
        error={faults.name ?? null}
        autoFocus
      />
      <fieldset className={styles.choices}>
        <legend>{m.key_scopes()}</legend>
        {SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            label={SCOPE[scope]()}
            isChecked={scopes.includes(scope)}
            onChange={() => setScopes(toggled(scopes, scope))}
          />
        ))}
        {faults.scopes && (
          <p role="alert" className={styles.fault}>
            {faults.scopes}
          </p>
        )}
      </fieldset>
      <details>
        <summary>{m.key_narrower()}</summary>
        <div className={styles.form}>
          <fieldset className={styles.choices}>
            <legend>{m.key_departments()}</legend>
            {departments
              .filter(({ reports, inForce }) => reports && inForce)
              .map(({ code, shortName }) => (
                <Checkbox
                  key={code}
                  label={shortName}
                  isChecked={chosen.includes(code)}
                  onChange={() => setChosen(toggled(chosen, code))}
                />
              ))}
          </fieldset>
          <TextArea
            name="addresses"
            rows={2}
            label={m.key_addresses()}
            hint={m.key_addresses_hint()}
            error={address ? m.key_fault_address() : null}
          />
          <Field
            name="requestsPerMinute"
            label={m.key_rate()}
            inputMode="numeric"
            defaultValue={REQUESTS_PER_MINUTE}
            error={refused('/requestsPerMinute') ? m.key_fault_rate() : null}
          />
          <Field
            name="expiresOn"
            label={m.key_expires()}
            hint={m.key_expires_hint()}
            inputMode="numeric"
            error={faults.expiresOn ?? (refused('/expiresOn') ? m.key_fault_expires() : null)}
          />
        </div>
      </details>
      <div className={styles.acts}>
        <Button look="primary" type="submit" isPending={issue.isPending}>
          {m.key_make()}
        </Button>
      </div>
    </form>
  )
}

function toggled<Item>(items: readonly Item[], item: Item): Item[] {
  return items.includes(item) ? items.filter((each) => each !== item) : [...items, item]
}
