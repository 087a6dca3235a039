import type { CurrentPlan } from '../lib/current-plan.ts'

export interface ShellPerson {
  name: string
  /** Role and department, in one line. */
  duty: string
}

export interface PersonMenuProps {
  person: ShellPerson
  plan: CurrentPlan | null
  plans: readonly CurrentPlan[]
  onSwitchPlan: (code: string) => void
  onSignOut: () => void
}
