// What all journeys share: one running demo, one browser, and the sessions of those who need not sign in by hand.
import { chromium } from 'playwright'
import type { TestProject } from 'vitest/node'
import { startIdentityProvider } from './identity-provider.ts'
import { startService } from './service.ts'
import { openSession, ROLES, type Role } from './session.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the demo answers, without a slash at the end. */
    address: string
    /** The password of every demo account. */
    password: string
    /** Where the browser listens. */
    browser: string
    /** The cookie of a session for each role. */
    sessions: Record<Role, string>
  }
}

const PASSWORD = 'mật khẩu của người lạ'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const provider = await startIdentityProvider()
  const [service, browser] = await Promise.all([
    startService('demo', { DEMO_PASSWORD: PASSWORD, TRUSTED_PROXIES: '127.0.0.1', ...provider.env }),
    chromium.launchServer({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
    }),
  ])
  provider.serve(service.address)
  const sessions: Partial<Record<Role, string>> = {}
  for (const role of ROLES) {
    sessions[role] = await openSession(service.address, { email: `${role}@demo.test`, password: PASSWORD })
  }
  project.provide('address', service.address)
  project.provide('password', PASSWORD)
  project.provide('browser', browser.wsEndpoint())
  project.provide('sessions', sessions as Record<Role, string>)
  return async () => {
    provider.stop()
    await Promise.all([browser.close(), service.stop()])
  }
}
