// The browser of the tests: Debian's Chromium, installed where that is ours to do.
import { existsSync } from 'node:fs'
import { runStep } from './run-step.ts'

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser's path; installs it as root on Debian, otherwise says what to install. Null when there is none. */
export async function ensureChromium(): Promise<string | null> {
  const found = findChromium()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await runStep('apt-get', ['update', '-qq'])
    await runStep('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  const installed = findChromium()
  if (!installed) {
    console.error(
      'The tests drive a real browser. Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH to one.',
    )
  }
  return installed
}

function findChromium(): string | null {
  return [process.env.CHROMIUM_PATH, ...USUAL_PLACES].find((path) => path && existsSync(path)) ?? null
}
