import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { summaryQuery } from '../features/indicators/queries.ts'
import { tasksQuery } from '../features/tasks/queries.ts'
import { useCurrentPlan } from '../lib/current-plan.ts'
import { m } from '../paraglide/messages.js'
import { Dialog } from '../ui/dialog.tsx'
import { SearchField } from '../ui/search-field.tsx'
import styles from './find.module.css'
import { found, sectionsOf } from './find-entries.ts'
import { navItemsFor } from './nav-items.ts'

/** Type a few letters, with or without marks; arrows choose, Enter goes. */
export default function FindDialog({ onClose }: { onClose: () => void }) {
  const plan = useCurrentPlan()
  const router = useRouter()
  const [query, setQuery] = useState('')
  const summary = useQuery(summaryQuery(plan.code))
  const tasks = useQuery(tasksQuery(plan.code))
  const sections = sectionsOf(
    navItemsFor(plan.allowedActions),
    summary.data?.indicators ?? [],
    tasks.data?.items ?? [],
  )

  function go(href: string) {
    onClose()
    router.history.push(href)
  }

  return (
    <Dialog title={m.find_title()} closeLabel={m.app_close()} isOpen onClose={onClose}>
      <div className={styles.dialog}>
        <Autocomplete inputValue={query} onInputChange={setQuery}>
          <SearchField label={m.find_label()} placeholder={m.find_hint()} autoFocus />
          <ListBox
            aria-label={m.find_title()}
            className={styles.list ?? ''}
            items={found(query, sections)}
            selectionMode="none"
            onAction={(href) => go(String(href))}
            renderEmptyState={() => <p className={styles.none}>{m.find_none({ query })}</p>}
          >
            {(section) => (
              <ListBoxSection id={section.title} className={styles.section ?? ''}>
                <Header>{section.title}</Header>
                {section.entries.map(({ href, name, mark }) => (
                  <ListBoxItem key={href} id={href} textValue={name} className={styles.item ?? ''}>
                    <span>{name}</span>
                    <small>{mark}</small>
                  </ListBoxItem>
                ))}
              </ListBoxSection>
            )}
          </ListBox>
        </Autocomplete>
      </div>
    </Dialog>
  )
}
