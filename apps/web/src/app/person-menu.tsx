import { ChevronDown } from 'lucide-react'
import { lazy } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { m } from '../paraglide/messages.js'
import { Popover } from '../ui/popover.tsx'
import styles from './person-menu.module.css'
import type { PersonMenuProps } from './shell-person.ts'

/** Fetched when it is wanted. */
const PersonPanel = lazy(() => import('./person-panel.tsx'))

/** Who is signed in, how the screen looks to them, and the way out. */
export function PersonMenu(menu: PersonMenuProps) {
  const { person } = menu
  return (
    <Popover
      label={m.person_menu({ name: person.name })}
      trigger={
        <AriaButton className={styles.trigger ?? ''} aria-label={m.person_menu({ name: person.name })}>
          <span className={styles.initial} data-initial={givenNameInitial(person.name)} />
          <span className={styles.name}>{person.name}</span>
          <ChevronDown aria-hidden />
        </AriaButton>
      }
    >
      <PersonPanel {...menu} />
    </Popover>
  )
}

/** A Vietnamese name ends with the name that one is called by: Trần Thị Hoa is Hoa. */
function givenNameInitial(name: string): string {
  return name.trim().split(/\s+/).at(-1)?.charAt(0).toLocaleUpperCase('vi') ?? ''
}
