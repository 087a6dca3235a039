import { type FormEvent, useState } from 'react'
import { useMay } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './audit.module.css'
import { type AuditSearch, readAuditSearch } from './audit-search.ts'
import { actInWords, actsToChoose } from './audit-words.ts'

interface AuditFiltersProps {
  search: AuditSearch
  onChange: (search: AuditSearch) => void
}

const ALL = ''

/** Of the plan or of the house; which act; from and to which day. */
export function AuditFilters({ search, onChange }: AuditFiltersProps) {
  const mayReadAccess = useMay('audit.read-access')
  const [from, setFrom] = useState(search.tu ?? '')
  const [to, setTo] = useState(search.den ?? '')
  const ofInstallation = search.cua === 'he-thong'

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    onChange(readAuditSearch({ ...search, tu: from.trim(), den: to.trim() }))
  }
  return (
    <form className={styles.filters} onSubmit={submit}>
      {mayReadAccess && (
        <Segmented
          legend={m.audit_of()}
          value={search.cua ?? 'ke-hoach'}
          options={[
            { value: 'ke-hoach', label: m.audit_of_plan() },
            { value: 'he-thong', label: m.audit_of_house() },
          ]}
          onChange={(cua) =>
            onChange({ ...search, cua: cua === 'he-thong' ? cua : undefined, viec: undefined })
          }
        />
      )}
      <Select
        label={m.audit_what()}
        value={search.viec ?? ALL}
        options={[
          { value: ALL, label: m.audit_all_acts() },
          ...actsToChoose(ofInstallation).map((action) => ({ value: action, label: actInWords(action) })),
        ]}
        onChange={(action) => onChange({ ...search, viec: action === ALL ? undefined : action })}
      />
      <Field label={m.audit_from()} value={from} onChange={setFrom} inputMode="numeric" />
      <Field label={m.audit_to()} value={to} onChange={setTo} inputMode="numeric" />
      <Button type="submit">{m.audit_filter()}</Button>
    </form>
  )
}
