import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Act } from '../../lib/current-plan.ts'
import '../../ui/tokens.css'
import '../../ui/base.css'
import { CurrentPlanContext } from '../../lib/current-plan.ts'
import { brokenRules } from '../../test/axe.ts'
import { careful, type ImportOptions } from './import-options.ts'
import { ImportPreview } from './import-preview.tsx'
import type { ImportReport, Remark } from './import-report.ts'

const REPORT: ImportReport = {
  id: '0192f0c1-7c1e-7000-8000-000000000001',
  resource: 'measurements',
  status: 'validated',
  mode: 'validate',
  atomic: 'none',
  strategy: 'upsert',
  state: 'submitted',
  counts: { read: 3, created: 2, updated: 0, unchanged: 0, rejected: 1 },
  columns: { recognized: ['indicator', 'on'], ignored: ['STT'] },
  reading: { encoding: 'utf-8', converted: [], sheet: null, leftOut: [] },
  errors: [],
  errorsTruncated: false,
  errorsUrl: '/api/v1/plans/ke-hoach/imports/1/errors?format=csv',
  warnings: [],
  checksum: 'sha-256:00',
  startedAt: '2026-11-14T02:00:00.000Z',
  durationMs: 12,
}

function fault(change: Partial<ImportReport['errors'][number]>): ImportReport['errors'][number] {
  const place = { row: 17, line: 19, column: 'numerator', key: null }
  return { ...place, code: 'not_a_number', message: '', value: '1.234,5x', ...change }
}

interface Shown {
  errors?: ImportReport['errors']
  warnings?: Extract<Remark, ImportReport['warnings'][number]>[]
  acts?: Act[]
  options?: Partial<ImportOptions>
  reading?: Partial<ImportReport['reading']>
}

beforeEach(() => page.viewport(1024, 768))

async function show({ errors = [fault({})], warnings = [], acts = [], options = {}, reading = {} }: Shown) {
  const onChoose = vi.fn()
  const plan = { code: 'ke-hoach', title: '', shortTitle: '', sample: false, allowedActions: acts }
  const screen = await render(
    <CurrentPlanContext value={plan}>
      <ImportPreview
        report={{ ...REPORT, errors, warnings, reading: { ...REPORT.reading, ...reading } }}
        options={{ ...careful('measurements'), ...options }}
        onChoose={onChoose}
        actions={null}
      />
    </CurrentPlanContext>,
  )
  return { screen, onChoose }
}

test('a fault says where it stands, what it says there, and what to do', async () => {
  const { screen } = await show({})
  const row = screen.getByRole('table', { name: 'Cần sửa' }).getByRole('row').nth(1)
  await expect.element(row).toMatchTextContent(/Dòng 19/)
  await expect.element(row).toMatchTextContent(/Tử số/)
  await expect.element(row).toMatchTextContent(/1\.234,5x/)
  await expect.element(row).toMatchTextContent(/Chỉ ghi chữ số/)
})

test('a blank is called a blank, and a fault of the file stands on no row', async () => {
  const { screen } = await show({
    errors: [
      fault({ code: 'required', column: 'on', value: null }),
      fault({ row: null, line: null, column: null, code: 'no_rows', value: null }),
    ],
  })
  await expect.element(screen.getByRole('row').nth(1)).toMatchTextContent(/để trống/)
  await expect.element(screen.getByRole('row').nth(2)).toMatchTextContent(/Cả tệp/)
})

test('a row that is wrong as a whole is known by its indicator, area and day', async () => {
  const key = { indicator: 'FB-02', area: null, on: '2026-11-14' }
  const { screen } = await show({
    errors: [fault({ code: 'duplicate_key', column: null, value: null, key })],
  })
  await expect.element(screen.getByRole('row').nth(1)).toMatchTextContent(/Cả dòng.*FB-02 · 14\/11\/2026/)
})

test('fifty faults at a time, and all of them on demand', async () => {
  const errors = Array.from({ length: 120 }, (_, index) => fault({ row: index + 1, line: index + 2 }))
  const { screen } = await show({ errors })
  expect(screen.getByRole('rowheader').elements()).toHaveLength(50)
  await userEvent.click(screen.getByRole('button', { name: 'Hiện thêm' }))
  await userEvent.click(screen.getByRole('button', { name: 'Hiện thêm' }))
  expect(screen.getByRole('rowheader').elements()).toHaveLength(120)
  expect(screen.getByRole('button', { name: 'Hiện thêm' }).elements()).toHaveLength(0)
})

test('the faulty rows are a plain link to download', async () => {
  const { screen } = await show({})
  const link = screen.getByRole('link', { name: 'Tải các dòng lỗi (CSV)' })
  await expect.element(link).toHaveAttribute('href', REPORT.errorsUrl ?? '')
  await expect.element(link).toHaveAttribute('download')
})

test('warnings stand apart from faults', async () => {
  const warning = { ...fault({ column: 'area', value: null }), code: 'whole_ward' } as const
  const { screen } = await show({ warnings: [warning] })
  await expect.element(screen.getByRole('table', { name: 'Nên xem lại' })).toMatchTextContent(/cả phường/)
  await expect.element(screen.getByRole('table', { name: 'Cần sửa' })).not.toMatchTextContent(/cả phường/)
})

test('the decimal sign is asked for only when a number can be read in two ways', async () => {
  const { screen } = await show({})
  expect(screen.getByRole('group', { name: 'Dấu thập phân trong tệp' }).elements()).toHaveLength(0)
  const second = await show({ errors: [fault({ code: 'ambiguous_number', value: '1.234' })] })
  await userEvent.click(second.screen.getByRole('radio', { name: 'Phẩy: 1.234,5' }))
  expect(second.onChoose).toHaveBeenCalledWith({ decimal: ',' })
})

test('several sheets are a choice', async () => {
  const { screen, onChoose } = await show({
    errors: [fault({ code: 'several_sheets', row: null, params: { sheets: ['Quý III', 'Quý IV'] } })],
  })
  await userEvent.selectOptions(screen.getByLabelText('Trang tính'), 'Quý IV')
  expect(onChoose).toHaveBeenCalledWith({ sheet: 'Quý IV' })
})

test('what was converted and what is no row is shown, and may be taken back', async () => {
  const { screen, onChoose } = await show({
    reading: {
      encoding: 'tcvn3',
      converted: [{ from: 'Tæ d©n phè', to: 'Tổ dân phố' }],
      leftOut: [{ line: 12, what: 'total', value: 'Tổng cộng' }],
    },
  })
  await expect.element(screen.getByText(/dòng 12 “Tổng cộng”/)).toBeVisible()
  const table = screen.getByRole('table', { name: /Unicode/ })
  await expect.element(table).toMatchTextContent(/Tæ d©n phè.*Tổ dân phố/)
  expect(await brokenRules(screen.container)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Giữ nguyên chữ trong tệp' }))
  expect(onChoose).toHaveBeenCalledWith({ encoding: 'utf-8' })
})

test('only who may vouch is asked whether the figures are approved', async () => {
  const { screen } = await show({ acts: ['measurement.import'] })
  expect(screen.getByRole('radio').elements()).toHaveLength(0)
  const second = await show({ acts: ['measurement.import', 'measurement.vouch'] })
  await expect.element(second.screen.getByRole('radio', { name: 'Chờ duyệt' })).toBeChecked()
  await userEvent.click(second.screen.getByRole('radio', { name: 'Đã duyệt' }))
  expect(second.onChoose).toHaveBeenCalledWith({ state: 'approved' })
})

test.each([360, 1440])('at %i pixels no rule of access is broken', async (width) => {
  await page.viewport(width, 800)
  const { screen } = await show({
    errors: [fault({}), fault({ code: 'ambiguous_number', value: '1.234' })],
    acts: ['measurement.vouch'],
  })
  expect(await brokenRules(screen.container)).toEqual([])
})
