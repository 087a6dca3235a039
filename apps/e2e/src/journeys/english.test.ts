import { describe, expect, test } from 'vitest'
import { apiOf } from '../api.ts'
import { openPage } from '../browser.ts'

const VIETNAMESE_LETTER = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/i

const PRODUCT = 'Tiến Độ'

/** Every text of an answer that is the plan's own, or a person's, and has no English beside it. */
function textsIn(thing: unknown): string[] {
  if (typeof thing === 'string') return VIETNAMESE_LETTER.test(thing) ? [thing] : []
  if (typeof thing !== 'object' || thing === null) return []
  return Object.entries(thing).flatMap(([key, value]) =>
    key === 'name' && 'nameEn' in thing ? [] : textsIn(value),
  )
}

async function wordsOfThePlan(): Promise<string[]> {
  const { api, plan } = await apiOf('coordinator')
  const [summary, me] = await Promise.all([
    api.GET('/plans/{plan}/summary', { params: { path: { plan } } }),
    api.GET('/me'),
  ])
  return [PRODUCT, ...textsIn(summary.data), ...textsIn(me.data)].sort((a, b) => b.length - a.length)
}

/** All that is seen or read aloud: texts, labels, hints, the title of the tab; not what names a language in itself. */
function saidOnPage(): string[] {
  const said = [document.title]
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement?.closest('[lang=vi], script, noscript')) {
      said.push(walker.currentNode.textContent ?? '')
    }
  }
  for (const element of document.querySelectorAll('*')) {
    for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'data-label']) {
      said.push(element.getAttribute(name) ?? '')
    }
  }
  return said.filter((text) => text.trim() !== '')
}

describe('In English', () => {
  test('the switch changes every word of the overview but the plan’s own, and stays', async () => {
    const page = await openPage({ role: 'coordinator' })
    await page.goto('/tong-quan')
    await page.getByRole('button', { name: /^Tài khoản của/ }).click()
    await page.getByRole('radio', { name: 'English' }).click()
    await page.locator('html[lang=en]').waitFor()
    await page.getByRole('link', { name: 'Indicators', exact: true }).first().waitFor()
    await page.getByRole('button', { name: /account/i }).click()
    await page.getByRole('button', { name: 'Sign out' }).waitFor()

    const plans = await wordsOfThePlan()
    const said = await page.evaluate(saidOnPage)
    expect(said.length).toBeGreaterThan(50)
    const left = said
      .map((text) => plans.reduce((rest, words) => rest.replaceAll(words, ''), text))
      .filter((text) => VIETNAMESE_LETTER.test(text))
    expect(left).toEqual([])

    await page.goto('/lich')
    await page.getByRole('heading', { level: 1, name: 'Deadlines' }).waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
  })

  test('numbers have English marks: 5,902 of 7,111 and 83.0%', async () => {
    const page = await openPage({ role: 'viewer', language: 'en' })
    await page.goto('/chi-tieu/MB-02')
    const main = page.getByRole('main')
    await main
      .getByText(/\d,\d{3} \/ \d,\d{3}/)
      .first()
      .waitFor()
    await main
      .getByText(/^\d+\.\d%$/)
      .first()
      .waitFor()
  })
})

test('In Vietnamese the page says that it is Vietnamese', async () => {
  const page = await openPage({ role: 'viewer' })
  await page.goto('/')
  expect(await page.getAttribute('html', 'lang')).toBe('vi')
})
