import { Outlet } from '@tanstack/react-router'
import { Shell } from './shell.tsx'

export function SignedIn() {
  return (
    <Shell plan={null} person={null} onSignOut={() => undefined}>
      <Outlet />
    </Shell>
  )
}
