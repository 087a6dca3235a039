// A whole cycle with a moved clock, in a service of its own: open, write, send on time and late, return, send again,
// accept, close, lock, except; by an officer, the finance officer and the coordinator, at a desk and on a phone.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { brokenRules, RULES } from '../axe.ts'
import { openPage, soon } from '../browser.ts'
import { type RunningService, startService } from '../service.ts'
import { signIn } from '../signing-in.ts'
import { sticksOut } from '../sticks-out.ts'

const PASSWORD = 'một năm của phường'
const LAST_EVENING = '2026-11-30T20:00:00+07:00'
const NEXT_MORNING = '2026-12-01T08:00:00+07:00'
const OFFICERS = '/nop/2026/TP-HT'
const BOARD = '/ky/2026'

let dataDir = ''
let service: RunningService
const open: Page[] = []

/** Starts the service at this time, with what it had before. */
async function clockAt(instant: string): Promise<void> {
  await service?.stop()
  service = await startService('demo', {
    DATA_DIR: dataDir,
    DEMO_NOW: instant,
    DEMO_PASSWORD: PASSWORD,
    TRUSTED_PROXIES: '127.0.0.1',
  })
}

async function pageOf(role: string, path: string, width = 1_440): Promise<Page> {
  const page = await openPage({ address: service.address, width })
  open.push(page)
  await page.goto(`/dang-nhap?tiep=${encodeURIComponent(path)}`)
  await signIn(page, role, PASSWORD)
  await page.getByRole('heading', { level: 1, name: /năm 20/ }).waitFor()
  return page
}

const rowOf = (page: Page, department: string) => page.getByRole('row').filter({ hasText: department })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function writeAll(page: Page): Promise<void> {
  for (const [label, words] of [
    ['Kết quả thực hiện', 'Đã số hóa 152/164 sổ hộ tịch.'],
    ['Tồn tại và nguyên nhân', 'Còn 12 sổ cũ, chờ phục chế.'],
    ['Phương hướng năm sau', 'Hoàn thành số hóa sổ hộ tịch.'],
  ] as const)
    await page.getByLabel(label).fill(words)
}

const todo = (page: Page) => page.getByRole('region', { name: /^Việc cần làm/ })

/** From home to the task whose result is still owed, where it is written in two lines. */
async function writeResult(page: Page): Promise<void> {
  await todo(page)
    .getByRole('link', { name: /kết quả năm/ })
    .click()
  await page.waitForURL('**/nhiem-vu/NV-08?nam=2026')
  await button(page, 'Viết kết quả').click()
  await page.getByLabel('Kết quả đạt được').fill('Đã số hóa 152/164 sổ hộ tịch.')
  await button(page, 'Lưu').click()
  // The box that is typed into holds the same words: what counts is that they were stored.
  await page.getByRole('paragraph').filter({ hasText: 'Đã số hóa 152/164 sổ' }).waitFor()
}

/** Says of all that nobody has why it is missing, where there is any. */
async function excuseTheRest(page: Page): Promise<void> {
  for (const field of await page.getByLabel(/vì sao chưa có/).all()) await field.fill('Chờ đơn vị cung cấp')
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tien-do-year-'))
  await clockAt(LAST_EVENING)
}, 120_000)

afterAll(async () => {
  await service.stop()
  await rm(dataDir, { recursive: true, force: true })
})

// The board asks again by itself: nobody is left asking a service that has ended.
afterEach(async () => {
  await Promise.all(open.splice(0).map((page) => page.close()))
})

describe('On the evening of 30/11', () => {
  test('the officer is told what is missing, writes it, and gets a receipt that is on time', async () => {
    const page = await pageOf('officer', OFFICERS)
    await page.getByText('hôm nay là ngày cuối').waitFor()
    await button(page, 'Nộp báo cáo').click()
    await page.getByText('Chưa nộp được, còn thiếu:').waitFor()
    await page.getByRole('alert').getByRole('link', { name: 'Phương hướng năm sau' }).waitFor()
    expect(await brokenRules(page, RULES.all)).toEqual([])
    await page.goto('/')
    await writeResult(page)
    await page.goto(OFFICERS)
    await writeAll(page)
    await excuseTheRest(page)
    await page.getByText(/^Đã lưu lúc/).waitFor()
    await page.reload()
    await soon(() => page.getByLabel('Phương hướng năm sau').inputValue()).toBe(
      'Hoàn thành số hóa sổ hộ tịch.',
    )
    await excuseTheRest(page)
    const board = await pageOf('leader', BOARD)
    await rowOf(board, 'Tư pháp - Hộ tịch').getByText('Sắp đến hạn').waitFor()
    await button(page, 'Nộp báo cáo').click()
    await page.getByText(/^Đã nộp, phiếu số \d+\/2026/).waitFor()
    // Whoever has the board open sees it within seconds, and does nothing for it.
    await rowOf(board, 'Tư pháp - Hộ tịch').getByText('Chờ tiếp nhận').waitFor({ timeout: 5_000 })
    await page.getByText('Đúng hạn').or(page.getByText('Còn thiếu số liệu')).first().waitFor()
    const file = page.getByRole('link', { name: /^Tải báo cáo theo phiếu số \d+, tệp [.]docx$/ }).first()
    const address = await file.getAttribute('href')
    const sent = await page.request.get(address ?? '')
    expect(sent.headers()['content-disposition']).toMatch(/bao-cao-TP-HT-2026-phieu-\d+[.]docx/)
    expect((await sent.body()).subarray(0, 2).toString()).toBe('PK')
  })

  test('a row at home leads to the very cell that came back, and to what waits for the leader', async () => {
    const page = await pageOf('coordinator', BOARD)
    await page.goto('/')
    await todo(page)
      .getByRole('link', { name: /Hộ có Internet cáp quang · Tổ dân phố 7/ })
      .click()
    await page.waitForURL(`**/nhap-lieu/2026/FB?ct=FB-02&to=TDP-07`)
    const cell = page.getByRole('textbox', { name: /^Tổ dân phố 7, .*, tử số$/ })
    await soon(() => cell.evaluate((field) => field === document.activeElement)).toBe(true)
    const leader = await pageOf('leader', BOARD)
    await leader.goto('/')
    await todo(leader)
      .getByRole('link', { name: /vướng mắc chờ quyết định/ })
      .click()
    await leader.waitForURL('**/vuong-mac?cho=leader')
    await leader.goto('/')
    await todo(leader)
      .getByRole('link', { name: /số liệu chờ duyệt: Hộ có Internet/ })
      .click()
    await leader.waitForURL('**/duyet-so-lieu?nam=2026&ct=FB-02')
    await leader.getByRole('region', { name: 'Hộ có Internet cáp quang' }).waitFor()
  })

  test('the coordinator copies a reminder and sends the report back at a paragraph', async () => {
    const page = await pageOf('coordinator', `${BOARD}?loc=chua-nop`)
    await rowOf(page, 'Tài chính - Kế toán').waitFor()
    expect(await rowOf(page, 'Tư pháp - Hộ tịch').count()).toBe(0)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Sao chép lời nhắn cho Tài chính - Kế toán' }).click()
    await page.getByText('Đã sao chép').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain(`${service.address}/nop/2026/TC-KT`)
    expect(copied).toContain('đến hết Thứ Hai 30/11')

    await page.goto(OFFICERS)
    await button(page, 'Trả lại để sửa').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Chỗ cần sửa').selectOption({ label: 'Kết quả thực hiện' })
    await dialog.getByLabel('Cần sửa gì').fill('Nêu rõ 12 sổ còn lại thuộc năm nào')
    await dialog.getByRole('button', { name: 'Trả lại để sửa' }).click()
    await page.getByText('Báo cáo được trả lại, 1 chỗ cần sửa').waitFor()
    await page.goto(`${BOARD}?loc=tra-lai`)
    await rowOf(page, 'Tư pháp - Hộ tịch').waitFor()
  })
})

describe('On the morning of 01/12', () => {
  beforeAll(() => clockAt(NEXT_MORNING), 120_000)

  test('what is sent first is late; on a phone too', async () => {
    const page = await pageOf('finance', '/nop/2026/TC-KT', 360)
    await page.getByText('Quá hạn', { exact: true }).waitFor()
    await writeAll(page)
    await excuseTheRest(page)
    await button(page, 'Nộp báo cáo').click()
    await page.getByText(/^Đã nộp, phiếu số/).waitFor()
    expect(await sticksOut(page)).toEqual([])
    expect(await brokenRules(page, RULES.all)).toEqual([])
    await page.goto(BOARD)
    await rowOf(page, 'Tài chính - Kế toán')
      .getByText(/Nộp muộn/)
      .waitFor()
    expect(await sticksOut(page)).toEqual([])
  })

  test('what was returned is mended at its paragraph, sent again, and still on time', async () => {
    const page = await pageOf('officer', OFFICERS)
    await page.getByText('Trả lại: Nêu rõ 12 sổ còn lại thuộc năm nào').waitFor()
    await page.getByLabel('Kết quả thực hiện').fill('Đã số hóa 152/164 sổ; 12 sổ còn lại trước năm 1980.')
    await excuseTheRest(page)
    await button(page, 'Nộp báo cáo').click()
    await page.getByText(/^Đã nộp, phiếu số/).waitFor()
    await page.goto(BOARD)
    await rowOf(page, 'Tư pháp - Hộ tịch').getByText('Đã trả lại 1 lần').waitFor()
    expect(await rowOf(page, 'Tư pháp - Hộ tịch').getByText('Nộp muộn').count()).toBe(0)
  })

  test('the coordinator accepts, closes, opens next year, and gives one department until tomorrow', async () => {
    const page = await pageOf('coordinator', BOARD)
    await page.getByRole('button', { name: 'Tiếp nhận báo cáo của Tư pháp - Hộ tịch' }).click()
    await rowOf(page, 'Tư pháp - Hộ tịch').getByText('Đã tiếp nhận').waitFor()
    await button(page, 'Đóng tiếp nhận').click()
    await page.getByText('Đã đóng tiếp nhận').waitFor()
    expect(await brokenRules(page, RULES.all)).toEqual([])

    // What was sent and is not judged keeps the year from being locked.
    await button(page, 'Khóa kỳ').click()
    await page.getByText(/Còn báo cáo đã nộp đang chờ tiếp nhận/).waitFor()

    await button(page, 'Cho phép riêng một bộ phận').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Ngoại lệ', { exact: true }).click()
    await dialog.getByLabel('Bộ phận').selectOption({ label: 'Lao động - Thương binh và Xã hội' })
    await dialog.getByLabel('Đến hết ngày').fill('02/12/2026')
    await dialog.getByLabel('Lý do').fill('Cán bộ ốm, nộp bổ sung')
    await dialog.getByRole('button', { name: 'Cho phép riêng một bộ phận' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Cán bộ ốm, nộp bổ sung').waitFor()
    await page.goto('/nop/2026/LDTBXH')
    await page.getByText(/^Bộ phận được phép sửa đến/).waitFor()

    await page.goto('/ky/2027')
    await page.getByLabel('Ngày chốt số liệu').fill('31/10/2027')
    await page.getByLabel('Nhắc trước hạn').fill('10, 5, 0')
    await button(page, 'Mở kỳ năm 2027').click()
    await page.getByText('31/10/2027').waitFor()
    await page.getByText('10, 5, 0').waitFor()
    await page.getByText('đến hết Thứ Ba 30/11').waitFor()
  })

  test('once all that waits is judged the year is locked, and says so to its officers', async () => {
    const leader = await pageOf('leader', `${BOARD}?loc=cho`)
    const accept = leader.getByRole('button', { name: /^Tiếp nhận báo cáo/ })
    await accept.first().waitFor()
    const waiting = await accept.count()
    expect(waiting).toBeGreaterThan(0)
    for (let left = waiting - 1; left >= 0; left -= 1) {
      await accept.first().click()
      await soon(() => accept.count()).toBe(left)
    }
    const page = await pageOf('coordinator', BOARD)
    await button(page, 'Khóa kỳ').click()
    await page.getByText('Đã khóa', { exact: true }).waitFor()
    const officer = await pageOf('officer', OFFICERS)
    await officer.getByText('Kỳ 2026 đã khóa.').waitFor()
    expect(await button(officer, 'Nộp báo cáo').count()).toBe(0)
  })
})
