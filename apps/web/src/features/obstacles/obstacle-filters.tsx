import { OBSTACLE_KINDS, OBSTACLE_WAITS } from '@tien-do/domain/obstacle'
import { m } from '../../paraglide/messages.js'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { KIND, WAIT } from './obstacle-words.ts'
import styles from './obstacles.module.css'
import { AGES, type ObstaclesSearch } from './obstacles-search.ts'

interface ObstacleFiltersProps {
  search: ObstaclesSearch
  departments: readonly { code: string; shortName: string }[]
  onChange: (wish: ObstaclesSearch) => void
}

const ANY = ''

/** Whom it waits for, whose it is, how old: all of it in the address. */
export function ObstacleFilters({ search, departments, onChange }: ObstacleFiltersProps) {
  return (
    <search className={styles.filters} aria-label={m.obstacles_filters()}>
      <Segmented
        legend={m.obstacles_show()}
        hideLegend
        value={search.xem ?? 'dang-mo'}
        options={[
          { value: 'dang-mo', label: m.obstacles_show_open() },
          { value: 'tat-ca', label: m.obstacles_show_all() },
        ]}
        onChange={(value) => onChange({ xem: value === 'tat-ca' ? value : undefined })}
      />
      <Select
        label={m.obstacles_column_wait()}
        hideLabel
        value={search.cho ?? ANY}
        options={[
          { value: ANY, label: m.obstacles_wait_all() },
          ...OBSTACLE_WAITS.map((value) => ({ value, label: WAIT[value]() })),
        ]}
        onChange={(value) => onChange({ cho: value || undefined })}
      />
      <Select
        label={m.obstacles_column_raiser()}
        hideLabel
        value={search['bo-phan'] ?? ANY}
        options={[
          { value: ANY, label: m.obstacles_department_all() },
          ...departments.map(({ code, shortName }) => ({ value: code, label: shortName })),
        ]}
        onChange={(value) => onChange({ 'bo-phan': value || undefined })}
      />
      <Select
        label={m.obstacles_column_age()}
        hideLabel
        value={search.tuoi ?? ANY}
        options={[
          { value: ANY, label: m.obstacles_age_all() },
          ...AGES.map((value) => ({ value, label: m.obstacles_age_from({ days: value }) })),
        ]}
        onChange={(value) => onChange({ tuoi: value || undefined })}
      />
      <Select
        label={m.obstacles_kind()}
        hideLabel
        value={search.loai ?? ANY}
        options={[
          { value: ANY, label: m.obstacles_kind_all() },
          ...OBSTACLE_KINDS.map((value) => ({ value, label: KIND[value]() })),
        ]}
        onChange={(value) => onChange({ loai: value || undefined })}
      />
    </search>
  )
}
