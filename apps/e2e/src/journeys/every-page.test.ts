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

describe('axe finds nothing, nothing scrolls sideways, everything can be hit with a finger', async () => {
  const nobody = await openPage()
  test.for(OPEN_PLACES)('for nobody: $name', async (place) => {
    await goTo(nobody, place)
    expect(await faultsOf(nobody)).toEqual([])
  })

  const coordinator = await openPage({ role: 'coordinator' })
  test.for([...READING_PLACES, ...COORDINATOR_PLACES])('for a coordinator: $name', async (place) => {
    await goTo(coordinator, place)
    expect(await faultsOf(coordinator)).toEqual([])
  })

  const viewer = await openPage({ role: 'viewer' })
  test.for(READING_PLACES)('for a viewer: $name', async (place) => {
    await goTo(viewer, place)
    expect(await faultsOf(viewer)).toEqual([])
  })
})
