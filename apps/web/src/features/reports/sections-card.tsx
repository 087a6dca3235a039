import { ChevronDown, ChevronUp } from 'lucide-react'
import { m } from '../../paraglide/messages.js'
import { IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import type { Report } from './queries.ts'
import styles from './reports.module.css'

type Sections = { key: string; on: boolean }[]

interface SectionsCardProps {
  report: Report
  onChange: (sections: Sections) => void
}

/** Which sections the report has, and in what order; their numerals follow by themselves. */
export function SectionsCard({ report: { sections }, onChange }: SectionsCardProps) {
  const bare = sections.map(({ key, on }) => ({ key, on }))
  function move(at: number, by: -1 | 1) {
    const next = [...bare]
    const [moved] = next.splice(at, 1)
    if (moved) next.splice(at + by, 0, moved)
    onChange(next)
  }
  return (
    <Card title={m.ward_report_sections()}>
      <ol className={styles.sections}>
        {sections.map(({ key, title, on }, at) => (
          <li key={key}>
            <span lang="vi">
              <Checkbox
                label={title}
                isChecked={on}
                onChange={(isOn) =>
                  onChange(bare.map((each) => (each.key === key ? { key, on: isOn } : each)))
                }
              />
            </span>
            <span className={styles.moves}>
              <IconButton
                label={m.ward_report_section_up({ title })}
                isDisabled={at === 0}
                onPress={() => move(at, -1)}
              >
                <ChevronUp aria-hidden />
              </IconButton>
              <IconButton
                label={m.ward_report_section_down({ title })}
                isDisabled={at === sections.length - 1}
                onPress={() => move(at, 1)}
              >
                <ChevronDown aria-hidden />
              </IconButton>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
