// The pages of those who are not signed in yet, in their frame.

import { SetPasswordPage } from '../features/session/set-password-page.tsx'
import { SignInPage } from '../features/session/sign-in-page.tsx'
import { BareFrame } from './bare-frame.tsx'

export function SignInRoute() {
  return (
    <BareFrame>
      <SignInPage />
    </BareFrame>
  )
}

export function SetPasswordRoute() {
  return (
    <BareFrame>
      <SetPasswordPage />
    </BareFrame>
  )
}
