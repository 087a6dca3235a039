// How long a key takes in the entry grid, on a processor four times as slow: from the press to the paint that shows it,
// and how much of that is work of the page itself, which does not depend on what else the machine does.
import { type Browser, chromium, type Page } from 'playwright'
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

/** Milliseconds, one for each key. */
type Times = readonly number[]

export async function measureTyping(service: Server): Promise<string> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
  try {
    const rows: string[][] = []
    for (const { name, path } of SCREENS) {
      const open = () => openGrid(browser, service, path)
      const work = await workOfKeys(browser, await open())
      const painted = await paintedAfter(await open())
      rows.push([`${name}, to the paint`, String(painted.length), ...spread(painted)])
      rows.push([`${name}, work of the page`, String(work.length), ...spread(work)])
    }
    return table([`${SLOWDOWN} × slower`, 'keys', 'median ms', 'p95 ms', 'worst ms'], rows)
  } finally {
    await browser.close()
  }
}

async function openGrid(browser: Browser, service: Server, path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: service.origin })
  const [name = '', ...value] = (service.headers.cookie ?? '').split('=')
  await context.addCookies([{ name, value: value.join('='), url: service.origin }])
  const page = await context.newPage()
  await page.goto(path)
  await inputsOf(page).first().waitFor()
  return page
}

const inputsOf = (page: Page) => page.locator('input[data-stop][type=text]')

/** From each press to the next paint, as the browser reports it, with the processor slowed down. */
async function paintedAfter(page: Page): Promise<Times> {
  await page.evaluate((shortest) => {
    window.keyTimes = {}
    new PerformanceObserver((list) => {
      for (const { name, duration, interactionId: key } of list.getEntries() as (PerformanceEntry & {
        interactionId: number
      })[])
        if (key > 0 && /^(key|input)/.test(name))
          window.keyTimes[key] = Math.max(window.keyTimes[key] ?? 0, duration)
    }).observe({ type: 'event', durationThreshold: shortest } as PerformanceObserverInit)
  }, SHORTEST_REPORTED_MS)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  const keys = await typeAll(page)
  await page.waitForTimeout(1_000)
  const reported = Object.values(await page.evaluate(() => window.keyTimes))
  await page.context().close()
  return [...Array<number>(Math.max(keys - reported.length, 0)).fill(SHORTEST_REPORTED_MS), ...reported]
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  /** Time of the thread itself: what others do meanwhile is not in it. */
  readonly tdur?: number
  readonly args: { readonly data?: { readonly type?: string } }
}

/** What the page's main thread does from each press to the paint, times the slowdown. */
async function workOfKeys(browser: Browser, page: Page): Promise<Times> {
  const categories = ['devtools.timeline', 'toplevel', 'disabled-by-default-devtools.timeline']
  await browser.startTracing(page, { categories })
  await typeAll(page)
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  await page.context().close()
  const presses = trace.traceEvents.filter(
    ({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown',
  )
  const ofPage = trace.traceEvents.filter(
    ({ pid, tid }) => pid === presses[0]?.pid && tid === presses[0]?.tid,
  )
  const tasks = ofPage.filter(({ name, tdur }) => name.endsWith('RunTask') && tdur !== undefined)
  const paints = ofPage
    .filter(({ name }) => name === 'Commit' || name === 'Paint')
    .map(({ ts, dur = 0 }) => ts + dur)
    .sort((a, b) => a - b)
  return presses.map(({ ts }) => {
    const painted = paints.find((at) => at > ts) ?? ts
    const during = tasks.filter((task) => task.ts + (task.dur ?? 0) > ts && task.ts <= painted)
    return (SLOWDOWN * during.reduce((sum, { tdur = 0 }) => sum + tdur, 0)) / 1_000
  })
}

/** Three digits into each field, one after the other; returns how many keys that were. */
async function typeAll(page: Page): Promise<number> {
  const inputs = inputsOf(page)
  const count = await inputs.count()
  let keys = 0
  for (let field = 0; field < count; field++) {
    await inputs.nth(field).focus()
    for (const key of [...String(field % 2 === 0 ? 100 + field : 260 + field), 'Tab']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(BETWEEN_KEYS_MS)
      keys += 1
    }
  }
  return keys
}

function spread(times: Times): string[] {
  const sorted = times.toSorted((a, b) => a - b)
  return [0.5, 0.95, 1].map((share) =>
    (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(0),
  )
}
