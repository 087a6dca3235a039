import { source } from 'axe-core'
import type { Page } from 'playwright'

declare global {
  /** Present in a page once its source has run there. */
  var axe: typeof import('axe-core')
}

export const RULES = {
  /** WCAG 2.2 A and AA. */
  all: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  /** Those that another theme could break: it changes colours and nothing else. */
  colours: ['color-contrast', 'link-in-text-block'],
  /** Whether what must be hit is 24 px wide and high, or far enough from the next (WCAG 2.5.8). */
  targets: ['target-size'],
} satisfies Record<string, string[]>
/** Where React Aria says the names of busy buttons aloud; a name outlives its button there by some seconds. */
const ANNOUNCER = '[data-live-announcer]'

/** Which of these rules the page breaks as it stands now, as sentences. */
export async function brokenRules(page: Page, rules: string[]): Promise<string[]> {
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
    { runOnly: rules, exclude: ANNOUNCER },
  )
}
