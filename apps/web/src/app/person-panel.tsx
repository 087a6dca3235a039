import { LogOut } from 'lucide-react'
import { PATHS } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import { Button } from '../ui/button.tsx'
import { TextLink } from '../ui/link.tsx'
import { Select } from '../ui/select.tsx'
import styles from './person-menu.module.css'
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx'
import type { PersonMenuProps } from './shell-person.ts'

/** What hangs from the person's name. */
export default function PersonPanel({ person, plan, plans, onSwitchPlan, onSignOut }: PersonMenuProps) {
  return (
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
  )
}
