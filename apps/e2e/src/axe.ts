import { source } from 'axe-core'
import type { Page } from 'playwright'

declare global {
  /** Present in a page once its source has run there. */
  var axe: typeof import('axe-core')
}

/** WCAG 2.2 A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** Where React Aria says the names of busy buttons aloud; a name outlives its button there by some seconds. */
const ANNOUNCER = '[data-live-announcer]'

/** The rules that the page breaks as it stands now, as sentences; all of them, or the one that is named. */
export async function brokenRules(page: Page, only?: 'target-size'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  return page.evaluate(
    async ({ runOnly, exclude }) => {
      const { violations } = await globalThis.axe.run(
        { include: [['body']], exclude: [[exclude]] },
        { runOnly, resultTypes: ['violations'] },
      )
      return violations.map(
        ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' | ')})`,
      )
    },
    { runOnly: only ? [only] : RULES, exclude: ANNOUNCER },
  )
}
