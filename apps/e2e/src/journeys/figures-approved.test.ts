// A figure that was sent: it comes back with a note, is mended, approved; the leader judges; history tells all of it.
import { expect, test } from 'vitest'
import { openPage, soon } from '../browser.ts'
import { signIn } from '../signing-in.ts'

const NAME = 'Sổ hộ tịch đã số hóa'

async function openAsLeader(path: string) {
  const page = await openPage()
  await page.goto(path)
  await signIn(page, 'leader')
  return page
}

test('the coordinator sends a figure back with a note, and the way to the cell is one press', async () => {
  const page = await openPage({ role: 'coordinator' })
  await page.goto('/duyet-so-lieu')
  const card = page.getByRole('region', { name: NAME })
  await card.getByText('Thay cho số đã duyệt').waitFor()
  await card.getByRole('checkbox', { name: 'Toàn phường' }).check()
  await page.getByRole('button', { name: 'Trả lại 1 số' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Trả lại 1 số' }).click()
  await dialog.getByText('Điền ô này.').waitFor()
  await dialog.getByLabel('Lý do trả lại').fill('Sổ 2019 chưa nghiệm thu')
  await dialog.getByRole('button', { name: 'Trả lại 1 số' }).click()
  await page.getByText('Đã trả lại 1 số').waitFor()
  await soon(() => card.count()).toBe(0)

  await page.getByRole('link', { name: 'Số liệu còn thiếu' }).click()
  await page.getByRole('heading', { level: 1, name: 'Số liệu còn thiếu' }).waitFor()
  // The count leads to the very cells, and each of them to its field.
  await page
    .getByRole('row', { name: /Tư pháp - Hộ tịch/ })
    .getByRole('link', { name: '1', exact: true })
    .click()
  await page.waitForURL(/o=tra-lai/)
  await page
    .getByRole('row', { name: new RegExp(NAME) })
    .getByRole('link', { name: 'Toàn phường' })
    .click()
  await page.waitForURL(/nhap-lieu/)

  await page.goto('/chi-tieu/CR-01')
  await page.getByText('Người duyệt: Sổ 2019 chưa nghiệm thu').waitFor()
})

test('what one entered oneself waits for somebody else, who approves it', async () => {
  const page = await openPage({ role: 'coordinator' })
  await page.goto('/duyet-so-lieu?ct=NET-02')
  await page.getByText('số do chính mình nhập').waitFor()
  expect(await page.getByRole('button', { name: /^Duyệt/ }).count()).toBe(0)

  const leader = await openAsLeader('/duyet-so-lieu?ct=NET-02')
  await leader.getByRole('checkbox', { name: 'Toàn phường' }).check()
  await leader.getByRole('button', { name: 'Duyệt 1 số' }).click()
  await leader.getByText('Đã duyệt 1 số').waitFor()
  await leader.goto('/chi-tieu/NET-02')
  await leader.getByText('Đã xong').first().waitFor()
})

test('the leader judges otherwise than the rule: both are shown, and it can be taken back', async () => {
  const leader = await openAsLeader('/chi-tieu/CR-01')
  await leader.getByRole('button', { name: 'Lãnh đạo đánh giá' }).click()
  const dialog = leader.getByRole('dialog')
  await dialog.getByLabel('Đánh giá').selectOption('on_track')
  await dialog.getByLabel('Lý do').fill('Đã thuê đơn vị số hóa')
  await dialog.getByLabel('Có hiệu lực đến hết ngày').fill('2035-12-31')
  await dialog.getByRole('button', { name: 'Ghi đánh giá' }).click()
  await leader.getByText('Lãnh đạo đánh giá: Đúng tiến độ. Theo cách tính:').waitFor()
  await leader.goto('/chi-tieu')
  await leader.getByText('Đúng tiến độ (lãnh đạo đánh giá)').first().waitFor()
  await leader.goto('/chi-tieu/CR-01')
  await leader.getByRole('button', { name: 'Bỏ đánh giá này' }).click()
  await soon(() => leader.getByText('Lãnh đạo đánh giá: ').count()).toBe(0)
})
