import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { openPage } from '../browser.ts'

interface Colour {
  readonly red: number
  readonly green: number
  readonly blue: number
  readonly alpha: number
}

/** As painted: whatever notation the style uses, a pixel of it tells. */
function paint(page: Page, selector: string, property: 'color' | 'backgroundColor'): Promise<Colour> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, name) => {
      const brush = new OffscreenCanvas(1, 1).getContext('2d')!
      brush.fillStyle = getComputedStyle(element)[name]
      brush.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data
      return { red, green, blue, alpha }
    }, property)
}

const lightness = ({ red, green, blue }: Colour) => (red + green + blue) / (3 * 255)

describe('On paper', () => {
  test.for(['/', '/chi-tieu/MB-02'])(
    '%s has no navigation and no buttons, dark words on white, even from a dark screen',
    async (path) => {
      const page = await openPage({ role: 'coordinator', theme: 'dark' })
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(lightness(await paint(page, 'h1', 'color'))).toBeGreaterThan(0.7)
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })

      const seen = page.locator(':is(nav[aria-label="Chính"], header button, main button)')
      expect(await seen.filter({ visible: true }).count()).toBe(0)
      expect((await paint(page, 'body', 'backgroundColor')).alpha).toBe(0)
      expect(lightness(await paint(page, 'h1', 'color'))).toBeLessThan(0.3)
      for (const card of await page.locator('main section').all()) {
        const { alpha, ...colour } = await paint(page, 'main section', 'backgroundColor')
        if (alpha > 0) expect(lightness({ ...colour, alpha }), await card.innerHTML()).toBeGreaterThan(0.9)
      }
    },
  )
})
