import { yearNow } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './approval.module.css'
import type { ApprovalSearch } from './approval-search.ts'

interface ApprovalFiltersProps {
  search: ApprovalSearch
  departments: readonly { code: string; shortName: string }[]
  onChange: (wish: ApprovalSearch) => void
}

const ANY = ''
const YEARS_SHOWN = 4

/** Which year, whose figures, and whether only the odd ones: all of it in the address. */
export function ApprovalFilters({ search, departments, onChange }: ApprovalFiltersProps) {
  const years = Array.from({ length: YEARS_SHOWN }, (_each, index) => String(Number(yearNow()) - index))
  return (
    <search className={styles.filters} aria-label={m.approval_filters()}>
      <Segmented
        legend={m.approval_show()}
        hideLegend
        value={search.xem ?? 'tat-ca'}
        options={[
          { value: 'tat-ca', label: m.approval_show_all() },
          { value: 'can-xem', label: m.approval_show_odd() },
        ]}
        onChange={(value) => onChange({ xem: value === 'can-xem' ? value : undefined })}
      />
      <Select
        label={m.approval_year()}
        hideLabel
        value={search.nam ?? ANY}
        options={[
          { value: ANY, label: m.approval_every_year() },
          ...years.map((value) => ({ value, label: m.approval_of_year({ year: value }) })),
        ]}
        onChange={(value) => onChange({ nam: value || undefined })}
      />
      <Select
        label={m.approval_department()}
        hideLabel
        value={search['bo-phan'] ?? ANY}
        options={[
          { value: ANY, label: m.approval_every_department() },
          ...departments.map(({ code, shortName }) => ({ value: code, label: shortName })),
        ]}
        onChange={(value) => onChange({ 'bo-phan': value || undefined })}
      />
    </search>
  )
}
