import { ChevronDown, LogOut } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { CurrentPlan } from '../lib/current-plan.ts'
import { PATHS } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import { Button } from '../ui/button.tsx'
import { TextLink } from '../ui/link.tsx'
import { Popover } from '../ui/popover.tsx'
import { Select } from '../ui/select.tsx'
import styles from './person-menu.module.css'
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx'

export interface ShellPerson {
  name: string
  /** Role and department, in one line. */
  duty: string
}

interface PersonMenuProps {
  person: ShellPerson
  plan: CurrentPlan | null
  plans: readonly CurrentPlan[]
  onSwitchPlan: (code: string) => void
  onSignOut: () => void
}

/** Who is signed in, how the screen looks to them, and the way out. */
export function PersonMenu({ person, plan, plans, onSwitchPlan, onSignOut }: PersonMenuProps) {
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
      <div className={styles.panel}>
        <div>
          <p className={styles.who}>{person.name}</p>
          <p className={styles.duty}>{person.duty}</p>
        </div>
        {plan && plans.length > 1 && (
          <Select
            label={m.plan_switch()}
            value={plan.code}
            options={plans.map(({ code, shortTitle }) => ({ value: code, label: shortTitle }))}
            onChange={onSwitchPlan}
          />
        )}
        <ThemeSwitch />
        <LanguageSwitch />
        <TextLink to={PATHS.account}>{m.nav_account()}</TextLink>
        <Button onPress={onSignOut}>
          <LogOut aria-hidden />
          {m.person_sign_out()}
        </Button>
      </div>
    </Popover>
  )
}

/** A Vietnamese name ends with the name that one is called by: Trần Thị Hoa is Hoa. */
function givenNameInitial(name: string): string {
  return name.trim().split(/\s+/).at(-1)?.charAt(0).toLocaleUpperCase('vi') ?? ''
}
