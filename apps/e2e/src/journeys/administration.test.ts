// The administrator's rooms: who may enter, with what, and what was done.
import type { Page } from 'playwright'
import { describe, expect, inject, test } from 'vitest'
import { brokenRules, RULES } from '../axe.ts'
import { HEIGHT, openPage } from '../browser.ts'
import { sticksOut } from '../sticks-out.ts'

/** What every page of the house is held to, on this one as it stands. */
async function expectFit(page: Page): Promise<void> {
  expect(await brokenRules(page, RULES.all)).toEqual([])
  await page.setViewportSize({ width: 320, height: HEIGHT })
  expect(await sticksOut(page)).toEqual([])
  await page.setViewportSize({ width: 1_440, height: HEIGHT })
}

describe('API keys', () => {
  test('a key is made, shown once, used, replaced and revoked', async () => {
    const page = await openPage({ role: 'admin' })
    await page.goto('/cai-dat')
    await page.getByRole('link', { name: /^Khóa API/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Khóa API' }).waitFor()
    await page.getByRole('button', { name: 'Tạo khóa' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Tên khóa').fill('Cổng của tỉnh')
    await dialog.getByLabel('Đọc số liệu').check()
    await dialog.getByRole('button', { name: 'Tạo khóa' }).click()
    await page.getByText('Khóa chỉ hiện một lần này').waitFor()
    const first = await dialog.getByLabel('Khóa', { exact: true }).inputValue()
    await dialog.getByRole('button', { name: 'Tôi đã cất khóa' }).click()

    await page.getByRole('button', { name: 'Đổi khóa Cổng của tỉnh' }).click()
    await dialog.getByRole('button', { name: 'Đổi khóa' }).click()
    await page.getByText('Khóa chỉ hiện một lần này').waitFor()
    const second = await dialog.getByLabel('Khóa', { exact: true }).inputValue()
    await dialog.getByRole('button', { name: 'Tôi đã cất khóa' }).click()
    expect(await Promise.all([first, second].map(statusWith))).toEqual([200, 200])

    // The newest stands first.
    await page.getByRole('button', { name: 'Thu hồi khóa Cổng của tỉnh' }).first().click()
    await dialog.getByRole('button', { name: 'Thu hồi' }).click()
    await page.getByText('Đã thu hồi').waitFor()
    expect(await Promise.all([first, second].map(statusWith))).toEqual([200, 401])
    await expectFit(page)
  })
})

async function statusWith(key: string): Promise<number> {
  const { status } = await fetch(`${inject('address')}/api/v1/me`, {
    headers: { authorization: `Bearer ${key}` },
  })
  return status
}
