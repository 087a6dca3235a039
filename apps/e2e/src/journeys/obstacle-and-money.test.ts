// A difficulty from who has it to who decides, and back; a request for money from its draft to the consolidation.
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenRules, RULES } from '../axe.ts'
import { HEIGHT, openPage, soon } from '../browser.ts'
import { type RunningService, startService } from '../service.ts'
import { signIn } from '../signing-in.ts'
import { sticksOut } from '../sticks-out.ts'

const PASSWORD = 'một câu ngắn dễ nhớ'
let house: RunningService

beforeAll(async () => {
  house = await startService('demo', { DEMO_PASSWORD: PASSWORD, DEMO_NOW: '2026-11-22T09:00:00+07:00' })
}, 120_000)

afterAll(() => house.stop())

async function enter(role: string, width = 1_440): Promise<Page> {
  const page = await openPage({ address: house.address, width })
  await page.goto('/dang-nhap')
  await signIn(page, role, PASSWORD)
  await page.getByRole('navigation', { name: 'Chính' }).first().waitFor()
  return page
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

describe('an obstacle', () => {
  test('is raised on a task in two presses, decided on a phone, and its answer is seen', async () => {
    const officer = await enter('officer', 360)
    await officer.goto('/nhiem-vu/NV-08')
    await press(officer, 'Báo vướng mắc')
    await officer.getByLabel('Vướng mắc gì').fill('Máy in thẻ hỏng')
    await press(officer, 'Gửi')
    await officer.getByRole('heading', { level: 1, name: 'Máy in thẻ hỏng' }).waitFor()
    const path = new URL(officer.url()).pathname

    const coordinator = await enter('coordinator')
    await coordinator.goto(path)
    await press(coordinator, 'Ghi đề xuất')
    await coordinator.getByLabel('Đề xuất của người điều phối').fill('Cho sửa máy trong tuần')
    await press(coordinator, 'Ghi đề xuất')
    await press(coordinator, 'Trình lãnh đạo')
    await coordinator.getByText('Chờ lãnh đạo').first().waitFor()

    const leader = await enter('leader', 360)
    await leader.goto('/lanh-dao')
    const card = (name: string) => leader.getByRole('region', { name })
    await card('Chờ tôi duyệt')
      .getByRole('link', { name: /^Báo cáo năm 2026 của/ })
      .first()
      .waitFor()
    await card('Nhiệm vụ quá hạn')
      .getByRole('link', { name: /^NV-08/ })
      .waitFor()
    await card('Số liệu đổi trong 7 ngày').getByRole('link').first().waitFor()
    await card('Vì sao chậm').getByRole('link').first().waitFor()
    await leader.getByRole('link', { name: 'Máy in thẻ hỏng' }).first().click()
    await press(leader, 'Cho ý kiến giải quyết')
    await leader.getByLabel('Ý kiến của lãnh đạo').fill('Đồng ý cho sửa')
    await leader.getByLabel('Đơn vị thực hiện').selectOption('TP-HT')
    await leader.getByLabel('Đến hết ngày').fill('30/11/2026')
    await press(leader, 'Cho ý kiến giải quyết')
    await leader.getByText('Đang giải quyết').first().waitFor()

    await officer.reload()
    await officer.getByText('Đồng ý cho sửa').first().waitFor()
    await press(officer, 'Đã xem trả lời')
    await press(officer, 'Báo đã giải quyết')
    await officer.getByLabel('Kết quả giải quyết').fill('Đã sửa xong')
    await press(officer, 'Báo đã giải quyết')
    await officer.getByText('Đã giải quyết').first().waitFor()
  })
})

describe('an area', () => {
  test('has its obstacle raised from its row in two presses', async () => {
    const officer = await enter('officer')
    await officer.goto('/cai-dat/to-dan-pho')
    await press(officer, 'Báo vướng mắc: Tổ dân phố 5')
    await officer.getByLabel('Vướng mắc gì').fill('Cột treo cáp nghiêng')
    await press(officer, 'Gửi')
    await officer.getByRole('heading', { level: 1, name: 'Cột treo cáp nghiêng' }).waitFor()
    await officer.getByRole('link', { name: 'Địa bàn TDP-05' }).waitFor()
  })
})

describe('a request for money', () => {
  test('is pasted and sent by an officer, accepted and consolidated by Finance, which is told what is undecided', async () => {
    const officer = await enter('officer')
    await officer.goto('/du-toan/2027/TP-HT')
    await officer.getByLabel('Dòng 1, Đơn giá, đồng').fill('1,5 triệu')
    await officer.getByText('16.500.000').first().waitFor()
    await press(officer, 'Gửi Tài chính')
    await officer.getByText('Đã gửi').first().waitFor()

    const finance = await enter('finance')
    await finance.goto('/du-toan/2027')
    await press(finance, 'Tổng hợp và khóa')
    await finance.getByText('Còn bộ phận chưa được tiếp nhận hoặc trả lại:').waitFor()
    for (const code of ['TP-HT', 'VP-TK', 'QS']) {
      await finance.goto(`/du-toan/2027/${code}`)
      await press(finance, 'Tiếp nhận')
      await finance.getByText('Đã tiếp nhận').first().waitFor()
    }
    await twoOfFinance(finance, await enter('finance'))
    await finance.goto('/du-toan/2027')
    await press(finance, 'Tổng hợp và khóa')
    await finance.getByRole('button', { name: 'Trình cấp có thẩm quyền' }).waitFor()
    await finance.getByText('có thể trùng nhau').waitFor()
  })
})

/** Two in Finance write in one cell: both values stand there until one is chosen, and nothing is lost in silence. */
async function twoOfFinance(finance: Page, colleague: Page): Promise<void> {
  const cell = (page: Page) => page.getByLabel('Dòng 1, Điều chỉnh, đồng')
  for (const page of [finance, colleague]) {
    await page.goto('/du-toan/2027/TP-HT')
    await cell(page).waitFor()
  }
  await cell(finance).fill('15 triệu')
  await cell(colleague).fill('14.000.000')
  await press(colleague, 'Lưu')
  await finance.getByText('Người khác vừa ghi: 14.000.000').waitFor()
  expect(await cell(finance).inputValue()).toBe('15 triệu')
  // Finance's own screen with its fields open is held to what holds for every page.
  expect(await brokenRules(finance, RULES.all)).toEqual([])
  await press(finance, 'Giữ số của tôi')
  await press(finance, 'Lưu')
  await soon(() => cell(finance).inputValue()).toBe('15.000.000')
  await finance.setViewportSize({ width: 360, height: HEIGHT })
  expect(await sticksOut(finance)).toEqual([])
}
