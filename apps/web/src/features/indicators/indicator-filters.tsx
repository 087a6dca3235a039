import { useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { SearchField } from '../../ui/search-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './indicator-filters.module.css'
import type { IndicatorsSearch } from './search.ts'
import { STATUS_GROUP_KEYS, STATUS_GROUPS } from './status.ts'

interface IndicatorFiltersProps {
  search: IndicatorsSearch
  groups: readonly { code: string; title: string }[]
  onChange: (wish: IndicatorsSearch) => void
}

const ANY = ''

/** What to show, and how. The words typed are the field's own first: an address is too slow for Telex. */
export function IndicatorFilters({ search, groups, onChange }: IndicatorFiltersProps) {
  const { nhom, trangthai, tim, xem } = search
  const [typed, setTyped] = useState({ text: tim ?? '', inAddress: tim })
  // The address changed by other hands (a link, the back button): the field follows.
  if (tim !== typed.inAddress) {
    setTyped({ text: tim === typed.text.trim() ? typed.text : (tim ?? ''), inAddress: tim })
  }

  function find(text: string) {
    setTyped({ ...typed, text })
    onChange({ tim: text.trim() || undefined })
  }

  return (
    <search className={styles.filters} aria-label={m.indicators_filters()}>
      <div className={styles.find}>
        <SearchField
          label={m.indicators_find()}
          placeholder={m.indicators_find()}
          value={typed.text}
          onChange={find}
        />
      </div>
      <Select
        label={m.indicators_group()}
        hideLabel
        value={nhom ?? ANY}
        options={[
          { value: ANY, label: m.indicators_group_all() },
          ...groups.map(({ code, title }) => ({ value: code, label: title })),
        ]}
        onChange={(value) => onChange({ nhom: value || undefined })}
      />
      <Select
        label={m.indicators_status()}
        hideLabel
        value={trangthai ?? ANY}
        options={[
          { value: ANY, label: m.indicators_status_all() },
          ...STATUS_GROUP_KEYS.map((key) => ({ value: key, label: STATUS_GROUPS[key].name() })),
        ]}
        onChange={(value) => onChange({ trangthai: value || undefined })}
      />
      <Segmented
        legend={m.indicators_view()}
        hideLegend
        value={xem ?? 'danh-sach'}
        options={[
          { value: 'danh-sach', label: m.indicators_view_list() },
          { value: 'bang', label: m.indicators_view_table() },
        ]}
        onChange={(value) => onChange({ xem: value === 'bang' ? 'bang' : undefined })}
      />
    </search>
  )
}
