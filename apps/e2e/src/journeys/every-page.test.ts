// What holds for every page of the house, for everyone who may open it.
import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { brokenRules, RULES } from '../axe.ts'
import { HEIGHT, openPage } from '../browser.ts'
import { COORDINATOR_PLACES, goTo, OPEN_PLACES, READING_PLACES } from '../places.ts'
import { sticksOut } from '../sticks-out.ts'

const DESK = 1_440
const TABLET = 768
const PHONE = 360
/** What must do without scrolling in two directions (WCAG 1.4.10). */
const NARROWEST = 320

/** Everything wrong with the page as it stands, in each width and theme. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = []
  const note = (where: string, found: string[]) => faults.push(...found.map((fault) => `${where}: ${fault}`))
  for (const width of [DESK, TABLET, PHONE, NARROWEST]) {
    await page.setViewportSize({ width, height: HEIGHT })
    note(`${width} px`, await sticksOut(page))
    if (width === DESK || width === PHONE) {
      await turn(page, 'dark')
      note(`${width} px, dark`, await brokenRules(page, RULES.colours))
      await turn(page, 'light')
      note(`${width} px, light`, await brokenRules(page, RULES.all))
    } else note(`${width} px`, await brokenRules(page, RULES.targets))
  }
  return faults
}

async function turn(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await page.locator(`html[data-theme=${theme}]`).waitFor()
}

const EVERYONE = [
  { who: 'nobody', role: undefined, places: OPEN_PLACES },
  { who: 'a coordinator', role: 'coordinator', places: [...READING_PLACES, ...COORDINATOR_PLACES] },
  { who: 'a viewer', role: 'viewer', places: READING_PLACES },
] as const

/** Each walks alone; all walk at the same time, each in a process of the browser's. */
describe.each(EVERYONE)(
  'axe finds nothing, nothing scrolls sideways, everything can be hit with a finger: for $who',
  { concurrent: true },
  async ({ role, places }) => {
    const page = await openPage(role ? { role } : {})
    test.for(places)('$name', { concurrent: false }, async (place) => {
      await goTo(page, place)
      expect(await faultsOf(page)).toEqual([])
    })
  },
)
