import { OWNER_LEVELS, type OwnerLevel } from '@tien-do/domain/checklist'
import { m } from '../../paraglide/messages.js'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import type { ChecklistSearch, FILTERS } from './checklist-search.ts'
import { LEVEL } from './checklist-words.ts'
import styles from './checklists.module.css'
import type { Checklist } from './queries.ts'

const ALL = 'tat-ca'

interface ChecklistFiltersProps {
  list: Checklist
  search: ChecklistSearch
  onSearch: (search: ChecklistSearch) => void
}

export function ChecklistFilters({ list, search, onSearch }: ChecklistFiltersProps) {
  const { all, done, missing, unreviewed } = list.counts
  const options: { value: (typeof FILTERS)[number] | typeof ALL; label: string }[] = [
    { value: ALL, label: m.checklist_filter_all({ count: all }) },
    { value: 'thieu', label: m.checklist_filter_missing({ count: missing }) },
    { value: 'chua-ra-soat', label: m.checklist_filter_unreviewed({ count: unreviewed }) },
    { value: 'xong', label: m.checklist_filter_done({ count: done }) },
  ]
  return (
    <div className={styles.filters}>
      <Segmented
        legend={m.checklist_filter()}
        hideLegend
        value={search.loc ?? ALL}
        options={options}
        onChange={(value) => onSearch({ ...search, loc: value === ALL ? undefined : value })}
      />
      {list.byLevel.length > 1 && (
        <Select<OwnerLevel | typeof ALL>
          label={m.checklist_level()}
          hideLabel
          value={search.cap ?? ALL}
          options={[
            { value: ALL, label: m.checklist_all_levels() },
            ...OWNER_LEVELS.map((value) => ({ value, label: LEVEL[value]() })),
          ]}
          onChange={(value) => onSearch({ ...search, cap: value === ALL ? undefined : value })}
        />
      )}
    </div>
  )
}
