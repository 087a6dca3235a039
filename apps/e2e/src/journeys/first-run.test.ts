// The first evening: a bare directory, the plan, and nobody who may enter yet.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPage } from '../browser.ts'
import { type RunningService, startService } from '../service.ts'

const PASSWORD = 'một câu ngắn dễ nhớ'
const EMAIL = 'quan.tri@phuong.test'
let house: RunningService

beforeAll(async () => {
  house = await startService('start')
}, 120_000)

afterAll(() => house.stop())

/** What the person at the console reads. */
function linkOnConsole(): string {
  const links = house.printed().match(/http\S+\/dat-mat-khau\/\S+/g) ?? []
  expect(links).toHaveLength(1)
  return links[0]!
}

describe('A house that was just started', () => {
  test('prints a link that makes the administrator, who sees the plan and who must do what; the link works once', async () => {
    const link = linkOnConsole()
    expect(link.startsWith(`${house.address}/`)).toBe(true)
    const page = await openPage({ address: house.address })
    await page.goto(link)
    await page.getByRole('heading', { level: 1, name: 'Đặt mật khẩu' }).waitFor()
    await page.getByLabel('Họ và tên').fill('Nguyễn Văn Quản')
    await page.getByLabel('Email').fill(EMAIL)
    const password = page.getByRole('textbox', { name: 'Mật khẩu' })
    await password.fill('ngắn quá')
    await page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click()
    await page.getByText('Còn thiếu 7 ký tự').waitFor()
    await password.fill(PASSWORD)
    await page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click()

    const counts = page.getByRole('navigation', { name: 'Chỉ tiêu theo trạng thái' })
    await counts.getByRole('link', { name: '21 Chưa đánh giá được' }).waitFor()
    await page.getByText('Các bộ phận nhập số liệu, người điều phối hoặc lãnh đạo duyệt').waitFor()
    expect(await page.getByText('Số liệu minh họa').count()).toBe(0)

    await page.goto('/chi-tieu/FB-02')
    await page.getByText('Chưa ai nhập số liệu cho chỉ tiêu này.').waitFor()
    await page.getByText(/Chưa có số liệu nào được duyệt; mục tiêu năm \d+ là \d+%\./).waitFor()
    await page.goto('/nhiem-vu')
    await page.getByText('nhiệm vụ chưa có đơn vị chủ trì').waitFor()

    const second = await openPage({ address: house.address })
    await second.goto(link)
    await second.getByLabel('Họ và tên').fill('Người Đến Sau')
    await second.getByLabel('Email').fill('sau@phuong.test')
    await second.getByRole('textbox', { name: 'Mật khẩu' }).fill(PASSWORD)
    await second.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click()
    await second
      .getByRole('alert')
      .getByText(/Liên kết không đúng, đã dùng hoặc đã hết hạn/)
      .waitFor()
  })
})
