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

describe('People', () => {
  test('somebody is invited by a link, sets a password, is given another role, hands over and is let in no more', async () => {
    const page = await openPage({ role: 'admin' })
    await page.goto('/cai-dat/nguoi-dung')
    await page.getByRole('button', { name: 'Mời người' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Họ và tên').fill('Bùi Thị Lan')
    await dialog.getByLabel('Email').fill('lan@phuong.test')
    await dialog.getByLabel('Bộ phận').selectOption({ label: 'Tư pháp - Hộ tịch' })
    await dialog.getByRole('button', { name: 'Tạo liên kết mời' }).click()
    await page.getByText('Liên kết của Bùi Thị Lan chỉ hiện một lần này').waitFor()
    const link = await dialog.getByLabel('Liên kết', { exact: true }).inputValue()
    await dialog.getByRole('button', { name: 'Đã đưa liên kết' }).click()
    const row = page.getByRole('row', { name: /Bùi Thị Lan/ })
    await row.getByText('Chưa đặt mật khẩu').waitFor()

    const newcomer = await openPage()
    await newcomer.goto(new URL(link).pathname)
    await newcomer.getByText('lan@phuong.test').waitFor()
    await newcomer.getByRole('textbox', { name: 'Mật khẩu' }).fill('ba con vịt qua cầu tre')
    await newcomer.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click()
    await newcomer.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()

    await page.getByRole('button', { name: 'Bàn giao việc của Bùi Thị Lan' }).click()
    await dialog.getByLabel('Người kế nhiệm').selectOption({ label: 'Đặng Thị Mai' })
    await dialog.getByLabel('Ngày làm việc cuối').fill('31/12/2099')
    await dialog.getByLabel('Lý do').fill('Chuyển công tác')
    await dialog.getByRole('button', { name: 'Bàn giao' }).click()
    await row.getByText('(đến hết 31/12/2099)').waitFor()
    await expectFit(page)

    await page.getByRole('button', { name: 'Ngừng tài khoản của Bùi Thị Lan' }).click()
    await dialog.getByRole('button', { name: 'Ngừng' }).click()
    await row.getByText('Đã ngừng').waitFor()
    await newcomer.goto('/chi-tieu')
    await newcomer.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor()
  })
})

describe('The audit', () => {
  test('shows who did what, before and after, filtered; it is whole, and its mark can be kept elsewhere', async () => {
    const page = await openPage({ role: 'admin' })
    await page.goto('/nhat-ky?cua=he-thong')
    await page.getByRole('heading', { level: 1, name: 'Nhật ký' }).waitFor()
    await page
      .getByRole('link', { name: /^Chỉ việc của / })
      .first()
      .click()
    await page.waitForURL('**ai=**')
    await page.getByRole('link', { name: 'Xem của mọi người' }).click()
    await page.getByRole('combobox', { name: 'Việc', exact: true }).selectOption({ label: 'Đăng nhập' })
    await page.waitForURL('**viec=session.open**')
    await page
      .getByRole('rowheader', { name: /^Đăng nhập/ })
      .first()
      .waitFor()
    await page
      .getByText(/^\d+ mục thay đổi$/)
      .first()
      .click()
    await page.getByText('signed-in').first().waitFor()
    await page.getByRole('button', { name: 'Kiểm tra' }).click()
    await page.getByText(/^Còn nguyên: đã kiểm tra \d+ dòng/).waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Lưu dấu ra tệp' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('dau-so-nhat-ky-he-thong.txt')
    await expectFit(page)
  })
})

async function statusWith(key: string): Promise<number> {
  const { status } = await fetch(`${inject('address')}/api/v1/me`, {
    headers: { authorization: `Bearer ${key}` },
  })
  return status
}
