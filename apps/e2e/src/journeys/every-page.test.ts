// What holds for every page of the house, for everyone who may open it.
import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { brokenRules } from '../axe.ts'
import { HEIGHT, openPage } from '../browser.ts'
import { goTo, IMPORTING_PLACES, OPEN_PLACES, READING_PLACES } from '../places.ts'
import { sticksOut } from '../sticks-out.ts'

/** A desk, a tablet, a phone, and the narrowest that must do (WCAG 1.4.10). */
const WIDTHS = [1_440, 768, 360, 320]
const WIDTHS_FOR_EVERY_RULE = [1_440, 360]
const THEMES = ['light', 'dark'] as const

/** Everything wrong with the page as it stands, in each width and theme. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = []
  const note = (where: string, found: string[]) => faults.push(...found.map((fault) => `${where}: ${fault}`))
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT })
    note(`${width} px`, await sticksOut(page))
    note(`${width} px`, await brokenRules(page, 'target-size'))
    if (!WIDTHS_FOR_EVERY_RULE.includes(width)) continue
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme })
      await page.locator(`html[data-theme=${theme}]`).waitFor()
      note(`${width} px, ${theme}`, await brokenRules(page))
    }
  }
  return faults
}

describe('axe finds nothing, nothing scrolls sideways, everything can be hit with a finger', async () => {
  const nobody = await openPage()
  test.for(OPEN_PLACES)('for nobody: $name', async (place) => {
    await goTo(nobody, place)
    expect(await faultsOf(nobody)).toEqual([])
  })

  const coordinator = await openPage({ role: 'coordinator' })
  test.for([...READING_PLACES, ...IMPORTING_PLACES])('for a coordinator: $name', async (place) => {
    await goTo(coordinator, place)
    expect(await faultsOf(coordinator)).toEqual([])
  })

  const viewer = await openPage({ role: 'viewer' })
  test.for(READING_PLACES)('for a viewer: $name', async (place) => {
    await goTo(viewer, place)
    expect(await faultsOf(viewer)).toEqual([])
  })
})
