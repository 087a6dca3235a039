import type { Page } from 'playwright'

/** What makes the whole page scroll sideways; a table may scroll within itself. */
export function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const out = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    )
    return [`${scrollWidth} px wide: ${out.map(({ outerHTML }) => outerHTML.slice(0, 120)).join(' | ')}`]
  })
}
