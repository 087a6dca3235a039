// The first evening: a bare directory, the plan, and nobody who may enter yet.

import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { today } from '../api.ts'
import { codeFrom } from '../authenticator.ts'
import { openPage } from '../browser.ts'
import { clientWithKey, importAs, issueKey } from '../script.ts'
import { type RunningService, startService } from '../service.ts'
import { clientAt, openSession } from '../session.ts'

const PASSWORD = 'một câu ngắn dễ nhớ'
const EMAIL = 'quan.tri@phuong.test'
let house: RunningService
let recovery = ''

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

async function signInAs(page: Page): Promise<void> {
  await page.getByLabel('Email').fill(EMAIL)
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}

// Each test goes on where the one before it ends: the link makes one administrator only.
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

    await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
    await page.goto('/tong-quan')
    const counts = page.getByRole('navigation', { name: 'Chỉ tiêu theo trạng thái' })
    await counts.getByRole('link', { name: /^21 Chưa đánh giá/ }).waitFor()
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
  test('lets the administrator act once the second step is set up on their phone', async () => {
    const page = await openPage({ address: house.address })
    await page.goto('/tai-khoan')
    await signInAs(page)
    await page.getByText('Vai trò quản trị và lãnh đạo chỉ xem được').waitFor()
    const card = page.getByRole('region', { name: 'Xác thực hai bước' })
    await card.getByLabel('Mật khẩu hiện tại').fill(PASSWORD)
    await card.getByRole('button', { name: 'Bắt đầu bật' }).click()
    const secret = await card.getByLabel('Hoặc gõ khóa này vào ứng dụng').inputValue()
    await card.getByLabel('6 số trong ứng dụng').fill(codeFrom(secret))
    await card.getByRole('button', { name: 'Xác nhận' }).click()
    await card.getByRole('listitem').nth(9).waitFor()
    const codes = await card.getByRole('listitem').allTextContents()
    expect(codes).toHaveLength(10)
    recovery = codes[0]!
    await card.getByRole('button', { name: 'Tôi đã cất các mã' }).click()

    const again = await openPage({ address: house.address })
    await again.goto('/')
    await signInAs(again)
    // The code that proved it is used up; the phone's next one is within the tolerance.
    await again.getByLabel('Mã xác thực bước hai').fill(codeFrom(secret, 1))
    await again.getByRole('button', { name: 'Đăng nhập' }).click()
    await again.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
  })
  test('then lets a script of that administrator load the first figures; they count once somebody vouches for them', async () => {
    const cookie = await openSession(house.address, {
      email: EMAIL,
      password: PASSWORD,
      code: recovery,
    })
    const admin = clientAt(house.address, cookie)
    const plan = (await admin.GET('/me')).data!.plans[0]!.code
    const on = await today({ api: admin, plan })
    const path = { plan, code: 'ID-01' }
    const stands = async () =>
      (await admin.GET('/plans/{plan}/indicators/{code}', { params: { path } })).data?.numerator

    const { id, key } = await issueKey(admin, plan)
    const script = clientWithKey(house.address, key)
    const rows = [{ indicator: 'ID-01', area: '', on, numerator: 8_214, denominator: 9_105 }]
    expect((await importAs(script, plan, rows)).data).toMatchObject({ counts: { created: 1 } })
    expect((await importAs(script, plan, rows)).data).toMatchObject({ counts: { created: 0, unchanged: 1 } })
    expect(await stands()).toBeNull()
    expect((await importAs(script, plan, rows, 'approved')).data).toMatchObject({ counts: { rejected: 0 } })
    expect(await stands()).toBe(8_214)

    await admin.DELETE('/plans/{plan}/api-keys/{id}', { params: { path: { plan, id } } })
    const afterwards = await importAs(script, plan, rows)
    expect(afterwards.error).toMatchObject({ status: 401, code: 'api-key.invalid' })
  })
})
