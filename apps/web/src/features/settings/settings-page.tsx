import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { type Act, useCurrentPlan } from '../../lib/current-plan.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { PageHeader } from '../../ui/page-header.tsx'
import styles from './settings.module.css'

interface Room {
  to: Exclude<(typeof PATHS)[keyof typeof PATHS], `${string}$${string}`>
  name: () => string
  text: () => string
  act: Act
}

const ROOMS: readonly Room[] = [
  { to: PATHS.people, name: m.people_title, text: m.settings_people, act: 'person.read' },
  { to: PATHS.apiKeys, name: m.keys_title, text: m.settings_keys, act: 'api-key.read' },
  { to: PATHS.audit, name: m.audit_title, text: m.settings_audit, act: 'audit.read' },
  { to: PATHS.units, name: m.units_title, text: m.settings_units, act: 'department.arrange' },
  { to: PATHS.areas, name: m.nav_areas, text: m.settings_areas, act: 'area.open' },
  {
    to: PATHS.publication,
    name: m.publication_title,
    text: m.settings_publication,
    act: 'publication.read',
  },
  { to: PATHS.webhooks, name: m.webhooks_title, text: m.settings_webhooks, act: 'webhook.read' },
  { to: PATHS.jobs, name: m.nav_jobs, text: m.settings_jobs, act: 'job.read' },
]

/** Everything that is set up rarely, in one list: who may enter, with what, and what was done. */
export function SettingsPage() {
  usePageTitle(m.nav_settings())
  const { allowedActions } = useCurrentPlan()
  return (
    <>
      <PageHeader title={m.nav_settings()} sub={<p>{m.settings_sub()}</p>} />
      <ul className={styles.rooms}>
        {ROOMS.filter(({ act }) => allowedActions.includes(act)).map(({ to, name, text }) => (
          <li key={to}>
            <Link to={to} className={styles.room}>
              <span>
                <strong>{name()}</strong>
                <small>{text()}</small>
              </span>
              <ChevronRight aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
