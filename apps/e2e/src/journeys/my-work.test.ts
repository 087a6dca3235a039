// "Việc của tôi": what one owes, one press from where it is done; and what others change, seen without asking.
import { describe, expect, test } from 'vitest'
import { apiOf } from '../api.ts'
import { openPage, soon } from '../browser.ts'

describe('Home', () => {
  test('shows the coordinator what is due, honestly dated, and leads to where it is done', async () => {
    const page = await openPage({ role: 'coordinator' })
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
    const todo = page.getByRole('region', { name: /^Việc cần làm/ })
    await todo.getByRole('link', { name: /chưa phân công/ }).click()
    await page.waitForURL('**/nhiem-vu?phan-cong=chua')
    await page.goBack()
    await page.getByRole('link', { name: 'Xem tổng quan' }).click()
    await page.waitForURL('**/tong-quan')
  })

  test('tells who only reads that nothing waits, and where the ward stands', async () => {
    const page = await openPage({ role: 'viewer', width: 360 })
    await page.goto('/')
    await page.getByText('Hiện không có việc nào chờ anh/chị').waitFor()
    await page.getByRole('region', { name: 'Phường đang ở đâu' }).getByRole('listitem').first().waitFor()
  })
})

test('What one person changes another sees without doing anything', async () => {
  const page = await openPage({ role: 'viewer' })
  await page.goto('/chi-tieu/FB-02')
  const heading = page.getByRole('heading', { level: 1 })
  await heading.waitFor()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.waitForTimeout(1_500)
  asked.length = 0
  const { api, plan } = await apiOf('coordinator')
  const body = { indicator: 'NET-01', on: '2021-03-31', numerator: 1, denominator: 2 }
  const { response } = await api.POST('/plans/{plan}/measurements', { params: { path: { plan } }, body })
  expect(response.status).toBe(201)
  await soon(() => asked.some((path) => path.endsWith('/indicators/FB-02'))).toBe(true)
})
