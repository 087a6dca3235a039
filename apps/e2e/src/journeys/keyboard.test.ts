// Without a mouse: for those who cannot use one, and for those who are faster without.
import type { Page } from 'playwright'
import { describe, expect, inject, test } from 'vitest'
import { openPage, soon } from '../browser.ts'

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Goes from stop to stop until this has the focus; no more of them than a person would bear. */
async function tabTo(page: Page, role: 'textbox' | 'link', name: string, key = 'Tab'): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true }).first()
  for (let presses = 0; presses < 20; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never reaches ${name}`)
}

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

describe('With the keyboard alone', () => {
  test('one signs in, finds an indicator with Ctrl+K and without marks, and opens it', async () => {
    const page = await openPage()
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor()
    await tabTo(page, 'textbox', 'Email')
    await page.keyboard.type('viewer@demo.test')
    await press(page, 'Tab')
    await page.keyboard.type(inject('password'))
    await press(page, 'Enter')
    await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()

    await press(page, 'Control+k')
    await page.getByRole('dialog', { name: 'Tìm nhanh' }).waitFor()
    await page.keyboard.type('ho gia dinh cap quang')
    await soon(() => page.getByRole('option').allTextContents()).toEqual([
      expect.stringContaining('Hộ có Internet cáp quang'),
    ])
    await press(page, 'ArrowDown', 'Enter')
    await page.getByRole('heading', { level: 1, name: 'Hộ có Internet cáp quang' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/chi-tieu/FB-02')
  })

  test('“ho gia dinh” finds the list’s “hộ gia đình” too, and the address keeps it', async () => {
    const page = await openPage({ role: 'viewer' })
    await page.goto('/chi-tieu')
    const field = page.getByRole('searchbox', { name: /^Tìm theo/ })
    await field.pressSequentially('ho gia dinh')
    await soon(() => page.getByRole('main').getByRole('listitem').allTextContents()).toEqual([
      expect.stringContaining('Hộ có ít nhất một thiết bị thông minh'),
      expect.stringContaining('Hộ có Internet cáp quang'),
    ])
    expect(new URL(page.url()).searchParams.get('tim')).toBe('ho gia dinh')
  })

  test('the first stop leads past the navigation to the content', async () => {
    const page = await openPage({ role: 'viewer' })
    await page.goto('/chi-tieu')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await press(page, 'Tab')
    expect(await focusedText(page)).toBe('Đến nội dung chính')
    await press(page, 'Enter')
    await soon(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
    await press(page, 'Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  })

  test('whoever opens a page begins at its heading', async () => {
    const page = await openPage({ role: 'viewer' })
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    for (const [title, key] of [
      ['Chỉ tiêu', 'Tab'],
      // The reader stands below the navigation now.
      ['Nhiệm vụ', 'Shift+Tab'],
      ['Chỉ tiêu', 'Shift+Tab'],
    ] as const) {
      await tabTo(page, 'link', title, key)
      await press(page, 'Enter')
      await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
      await soon(() => focusedText(page)).toBe(title)
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
      expect(await page.title()).toContain(title)
    }
  })

  test('what has the focus shows it, and is not covered by the bar of a phone', async () => {
    const page = await openPage({ role: 'viewer', width: 360 })
    await page.goto('/chi-tieu')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    const hidden: string[] = []
    for (let stop = 0; stop < 30; stop += 1) {
      await press(page, 'Tab')
      const fault = await page.evaluate(() => {
        const focused = document.activeElement!
        const box = focused.getBoundingClientRect()
        const bar = [...document.querySelectorAll('nav')].find(
          (nav) => getComputedStyle(nav).position === 'fixed',
        )
        const isCovered = bar && !bar.contains(focused) && box.top >= bar.getBoundingClientRect().top
        const { outlineStyle } = getComputedStyle(focused)
        return isCovered || outlineStyle === 'none' ? focused.outerHTML.slice(0, 120) : null
      })
      if (fault) hidden.push(fault)
    }
    expect(hidden).toEqual([])
  })
})
