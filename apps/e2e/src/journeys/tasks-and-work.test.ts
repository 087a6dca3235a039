// The tasks of the plan: who leads them, what is done about them, and how it is seen; in a house of its own.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPage, soon } from '../browser.ts'
import { type RunningService, startService } from '../service.ts'
import { signIn } from '../signing-in.ts'
import { sticksOut } from '../sticks-out.ts'

const PASSWORD = 'xin-chao-2026'
let house: RunningService

beforeAll(async () => {
  house = await startService('demo', { DEMO_PASSWORD: PASSWORD })
}, 120_000)

afterAll(() => house.stop())

async function openAs(role: string, path: string, width = 1_440) {
  const page = await openPage({ address: house.address, width })
  await page.goto(`/dang-nhap?tiep=${encodeURIComponent(path)}`)
  await signIn(page, role, PASSWORD)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await soon(() => new URL(page.url()).pathname).not.toBe('/dang-nhap')
  await page.goto(path)
  return page
}

describe('The coordinator', () => {
  test('sees what the plan states, takes suggestions with one press each, and chooses where there is none', async () => {
    const page = await openAs('coordinator', '/nhiem-vu')
    await page.getByText('5 nhiệm vụ chưa có đơn vị chủ trì').waitFor()
    await page.getByRole('link', { name: 'Phân công nhiệm vụ' }).click()
    await page.getByText('7/12 nhiệm vụ đã có đơn vị chủ trì').waitFor()
    const one = (code: string) => page.getByRole('article', { name: new RegExp(`^${code} `) })
    await one('NV-02').getByText('Kế hoạch nêu rõ').waitFor()
    for (const code of ['NV-01', 'NV-04', 'NV-07', 'NV-09']) {
      await one(code)
        .getByRole('button', { name: /^Nhận gợi ý/ })
        .click()
      await one(code).getByText('Phường phân công').waitFor()
    }
    await one('NV-10')
      .getByRole('button', { name: /^Chọn đơn vị khác/ })
      .click()
    await one('NV-10').getByLabel('Chủ trì', { exact: true }).selectOption('Văn phòng - Thống kê')
    await one('NV-10').getByRole('button', { name: 'Lưu phân công' }).click()
    await page.getByText('12/12 nhiệm vụ đã có đơn vị chủ trì').waitFor()

    // What the plan states is not left in silence.
    await one('NV-02')
      .getByRole('button', { name: /^Đổi phân công/ })
      .click()
    await one('NV-02').getByLabel('Chủ trì', { exact: true }).selectOption('Văn phòng - Thống kê')
    await one('NV-02').getByRole('button', { name: 'Lưu phân công' }).click()
    await one('NV-02').getByText('Khác với kế hoạch thì phải ghi lý do.').waitFor()
    await one('NV-02').getByLabel('Lý do khác với kế hoạch (bắt buộc)').fill('Cán bộ nghỉ thai sản')
    await one('NV-02').getByRole('button', { name: 'Lưu phân công' }).click()
    await one('NV-02').getByText('Khác kế hoạch').waitFor()
  })
})

describe('The officer', () => {
  test('reports on the work of their own department, and only there', async () => {
    const page = await openAs('officer', '/nhiem-vu/NV-08?nam=2026')
    const work = page.getByRole('listitem').filter({ hasText: 'Số hóa 25 sổ hộ tịch còn lại' })
    await work.getByText(/^Quá hạn \d+ ngày$/).waitFor()
    await work.getByRole('button', { name: /^Cập nhật tiến độ/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Cập nhật tiến độ' })
    await dialog.getByLabel('Đã làm (sổ, kế hoạch 25)').fill('25')
    await dialog.getByLabel('Trạng thái').selectOption('Hoàn thành')
    await dialog.getByLabel('Đã làm gì').fill('Xong cả 25 sổ')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await work.getByText('Hoàn thành quá hạn').waitFor()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Xong cả 25 sổ').waitFor()

    await page.getByRole('button', { name: 'Viết kết quả' }).click()
    await page.getByLabel('Kết quả đạt được').fill('Đã số hóa 164/164 sổ hộ tịch.')
    await page.getByRole('button', { name: 'Lưu' }).click()
    await page.getByRole('paragraph').filter({ hasText: 'Đã số hóa 164/164 sổ' }).waitFor()

    // What is done shows its evidence; what goes on is asked for it every year.
    await work.getByText('Minh chứng: chưa có').click()
    await work.getByText('Thêm liên kết').click()
    await work.getByLabel('Địa chỉ').fill('https://chanhlo.example.vn/ho-tich')
    await work.getByRole('button', { name: 'Thêm', exact: true }).click()
    await work.getByText('1 minh chứng').waitFor()

    await page.goto('/nhiem-vu/NV-11?nam=2026')
    await page.getByRole('heading', { name: /Gia hạn phần mềm phòng chống mã độc/ }).waitFor()
    expect(await page.getByRole('button', { name: /^Cập nhật tiến độ/ }).count()).toBe(0)
  })

  test('copies last year’s plan forward, sees what is unclear, and sends it', async () => {
    const page = await openAs('officer', '/ke-hoach-nam/2027/TP-HT')
    await page.getByRole('button', { name: /^Chép \d việc từ năm 2026$/ }).click()
    await page.getByText('Đối chiếu dữ liệu hộ tịch với dữ liệu dân cư').waitFor()
    await page.getByText('Kinh phí: chưa dự trù').first().waitFor()
    await page.getByText(/^Dự trù cả năm [\d.]+ đồng$/).waitFor()
    await page.getByRole('button', { name: 'Gửi kế hoạch' }).click()
    await page.getByText('Đã gửi').first().waitFor()
    expect(await page.getByRole('button', { name: 'Duyệt' }).count()).toBe(0)
    const leader = await openAs('leader', '/ke-hoach-nam/2027/TP-HT')
    await leader.getByRole('button', { name: 'Trả lại' }).click()
    await leader.getByLabel('Cần sửa gì').fill('Bổ sung hạn của việc đối chiếu')
    await leader.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click()
    await leader.getByRole('dialog').waitFor({ state: 'detached' })
    await leader.getByText('Bổ sung hạn của việc đối chiếu').waitFor()
  })
})

describe('The views', () => {
  test('the board moves work by keyboard, and the address keeps the view', async () => {
    const page = await openAs('coordinator', '/nhiem-vu')
    await page.getByRole('radio', { name: 'Danh sách' }).focus()
    await page.keyboard.press('ArrowRight')
    await soon(() => new URL(page.url()).search).toBe('?xem=bang')
    const waiting = page.getByRole('region', { name: /^Chưa thực hiện/ })
    const name = 'Lớp kỹ năng số cho người dân, đợt 2'
    await waiting.getByText(name).waitFor()
    await waiting.getByRole('button', { name: 'Bắt đầu NV-12-2026-02' }).focus()
    await page.keyboard.press('Enter')
    await page
      .getByRole('region', { name: /^Đang thực hiện/ })
      .getByText(name)
      .waitFor()
  })

  test('the timeline is walked with Tab, leads to the task, and stands in a table beside it', async () => {
    const page = await openAs('viewer', '/nhiem-vu?xem=thoi-gian&nam=2026')
    const bar = page.getByRole('link', { name: /^NV-03-2026-01 .*01\/03\/2026 – 30\/09\/2026, Quá hạn/ })
    await bar.focus()
    await page.keyboard.press('Tab')
    const next = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(next).toMatch(/^NV-05-2026-01/)
    expect(await page.getByRole('table', { name: 'Bảng thời gian' }).locator('tbody tr').count()).toBe(11)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/nhiem-vu/NV-03?nam=2026')
  })

  test('each of them fits a phone', async () => {
    const page = await openAs('viewer', '/nhiem-vu?xem=bang', 360)
    for (const view of ['bang', 'thoi-gian', 'bo-phan']) {
      await page.goto(`/nhiem-vu?xem=${view}`)
      await page.getByText('Số hóa 25 sổ hộ tịch còn lại').first().waitFor()
      expect([view, ...(await sticksOut(page))]).toEqual([view])
    }
  })

  test('“who does V.1?” has its answer on one page', async () => {
    const page = await openAs('viewer', '/trach-nhiem')
    const duty = page.getByRole('region', { name: 'Mục V.1, ý 2' })
    await duty.getByText('Văn hóa - Thông tin').first().waitFor()
    const cables = page.getByRole('region', { name: 'Mục V.1, ý 3' })
    await cables.getByRole('link', { name: /^Cáp thuê bao võng/ }).waitFor()
    await page.getByRole('link', { name: /^Báo cáo của các bộ phận năm 2026: đã nhận/ }).waitFor()
    await duty.getByRole('link', { name: 'Tuyên truyền về chuyển đổi số' }).click()
    await page.waitForURL('**/nhiem-vu/NV-02')
  })
})

describe('When departments are rearranged', () => {
  test('it is looked at first, applied in one act, and whoever led a task is followed by who took over', async () => {
    const page = await openAs('coordinator', '/cai-dat/bo-phan')
    await page.getByRole('button', { name: 'Xem trước' }).click()
    const moves = page.getByRole('table', { name: 'Việc đang mở sẽ chuyển' })
    await moves
      .getByRole('row', { name: /^Tư pháp - Hộ tịch Văn phòng HĐND và UBND/ })
      .getByText(/1 nhiệm vụ/)
      .waitFor()
    await page.getByText(/^Ủy ban nhân dân tỉnh Quảng Ngãi \(qua Phòng Văn hóa - Xã hội/).waitFor()
    await page.getByRole('button', { name: 'Áp dụng “Sắp xếp 2025”' }).click()
    await page.getByText(/^Đã áp dụng từ/).waitFor()
    await page.getByText(/^Bộ phận Tài chính - Kế toán, .* sáp nhập vào Phòng Kinh tế/).waitFor()
    await page.setViewportSize({ width: 360, height: 780 })
    expect(await sticksOut(page)).toEqual([])
    await page.goto('/nhiem-vu/NV-08')
    await page.getByText('Văn phòng HĐND và UBND').first().waitFor()
  })
})
