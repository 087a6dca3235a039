// How long a key takes in the entry grid, from the press to the paint that shows it, on a processor four times as slow.
import { chromium, type Page } from 'playwright'
import type { Server } from './servers.ts'
import { table } from './table.ts'

const SLOWDOWN = 4
/** As fast as a practised hand. */
const BETWEEN_KEYS_MS = 120
/** The browser reports no event that was painted sooner. */
const SHORTEST_REPORTED_MS = 16
/** A year for which nobody has entered anything yet: typing saves drafts while it is measured. */
const YEAR = 2027

const SCREENS = [
  { name: 'one indicator', path: `/nhap-lieu/${YEAR}/FB?ct=FB-02` },
  { name: 'a whole group', path: `/nhap-lieu/${YEAR}/MB?xem=nhom` },
]

declare global {
  interface Window {
    keyTimes: Record<number, number>
  }
}

export async function measureTyping(service: Server): Promise<string> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
  try {
    const rows: string[][] = []
    for (const { name, path } of SCREENS) {
      const context = await browser.newContext({ baseURL: service.origin })
      const [cookie = '', ...value] = (service.headers.cookie ?? '').split('=')
      await context.addCookies([{ name: cookie, value: value.join('='), url: service.origin }])
      rows.push([name, ...(await measureScreen(await context.newPage(), path))])
      await context.close()
    }
    return table(['grid', 'inputs', 'keys', 'median ms', 'p95 ms', 'worst ms'], rows)
  } finally {
    await browser.close()
  }
}

async function measureScreen(page: Page, path: string): Promise<string[]> {
  await page.goto(path)
  const inputs = page.locator('input[data-stop][type=text]')
  await inputs.first().waitFor()
  await page.evaluate((shortest) => {
    window.keyTimes = {}
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[])
        if (entry.interactionId > 0 && /^(key|input)/.test(entry.name))
          window.keyTimes[entry.interactionId] = Math.max(
            window.keyTimes[entry.interactionId] ?? 0,
            entry.duration,
          )
    }).observe({ type: 'event', durationThreshold: shortest } as PerformanceObserverInit)
  }, SHORTEST_REPORTED_MS)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  const count = await inputs.count()
  await inputs.first().focus()
  let keys = 0
  for (let field = 0; field < count; field++) {
    // A numerator below its denominator, and one jump now and then: checks and reasons are part of typing.
    for (const key of [...String(field % 2 === 0 ? 100 + field : 260 + field), 'Tab']) {
      await page.keyboard.press(key, { delay: 20 })
      await page.waitForTimeout(BETWEEN_KEYS_MS)
      keys += 1
    }
    await inputs.nth(Math.min(field + 1, count - 1)).focus()
  }
  await page.waitForTimeout(1_000)
  const reported = Object.values(await page.evaluate(() => window.keyTimes))
  const quick = Array<number>(Math.max(keys - reported.length, 0)).fill(SHORTEST_REPORTED_MS)
  const times = [...quick, ...reported].sort((a, b) => a - b)
  const at = (share: number) => String(times[Math.ceil(share * times.length) - 1])
  return [String(count), String(keys), at(0.5), at(0.95), at(1)]
}
