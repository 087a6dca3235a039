import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { openPage } from '../browser.ts'

/** How light an element's words are, from 0 to 1; a pixel painted with the colour tells, whatever its notation. */
function lightnessOfWords(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluate((element) => {
    const brush = new OffscreenCanvas(1, 1).getContext('2d')!
    brush.fillStyle = getComputedStyle(element).color
    brush.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data
    return (red + green + blue) / (3 * 255)
  })
}

/** Areas larger than a chip whose ground is darker than a light grey: they would cost ink. */
function darkGrounds(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const brush = new OffscreenCanvas(1, 1).getContext('2d')!
    const areas = [...document.querySelectorAll('body, body *')].filter((element) => {
      const { width, height, bottom } = element.getBoundingClientRect()
      return width > 120 && height > 30 && bottom > 0
    })
    return areas.flatMap((element) => {
      // On white, as the paper is.
      brush.fillStyle = 'white'
      brush.fillRect(0, 0, 1, 1)
      brush.fillStyle = getComputedStyle(element).backgroundColor
      brush.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data
      return red + green + blue < 3 * 200 ? [element.outerHTML.slice(0, 120)] : []
    })
  })
}

describe('On paper', () => {
  test.for(['/tong-quan', '/chi-tieu/MB-02'])(
    '%s has no navigation and no buttons, dark words on white, even from a dark screen',
    async (path) => {
      const page = await openPage({ role: 'coordinator', theme: 'dark' })
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      // The last thing of the frame to come.
      await page
        .getByRole('banner')
        .getByRole('button', { name: /^Lời nhắc/ })
        .waitFor()
      expect(await lightnessOfWords(page, 'h1')).toBeGreaterThan(0.7)
      expect((await darkGrounds(page)).length).toBeGreaterThan(0)

      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      const pressed = page.locator(':is(nav[aria-label="Chính"], header button, main button)')
      expect(
        await pressed.filter({ visible: true }).evaluateAll((all) => all.map((one) => one.outerHTML)),
      ).toEqual([])
      expect(await lightnessOfWords(page, 'h1')).toBeLessThan(0.3)
      expect(await darkGrounds(page)).toEqual([])
    },
  )
})
