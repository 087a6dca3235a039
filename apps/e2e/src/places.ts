// Every page of the house: how one gets there, and when it is ready.
import type { Page } from 'playwright'
import { chooseFile, csvOf, type Row } from './import-file.ts'

export interface Place {
  readonly name: string
  readonly path: string
  /** What one does on arrival, until the page shows what its name says. */
  readonly arrive?: (page: Page) => Promise<unknown>
}

export const OPEN_PLACES: readonly Place[] = [
  { name: 'sign-in', path: '/dang-nhap' },
  { name: 'set password', path: `/dat-mat-khau/${'x'.repeat(43)}` },
]

export const READING_PLACES: readonly Place[] = [
  { name: 'home', path: '/' },
  { name: 'overview', path: '/tong-quan' },
  { name: 'account', path: '/tai-khoan' },
  { name: 'indicators as a list', path: '/chi-tieu' },
  { name: 'indicators as a table', path: '/chi-tieu?xem=bang' },
  { name: 'no indicator found', path: '/chi-tieu?tim=zzz' },
  { name: 'indicator with areas', path: '/chi-tieu/MB-02', arrive: untilHistory },
  { name: 'checklist of areas', path: '/chi-tieu/FB-01', arrive: untilHistory },
  { name: 'qualitative indicator', path: '/chi-tieu/DP-04' },
  { name: 'tasks', path: '/nhiem-vu' },
  { name: 'task', path: '/nhiem-vu/NV-09' },
  { name: 'task with work', path: '/nhiem-vu/NV-08?nam=2026' },
  { name: 'task assignments', path: '/nhiem-vu/phan-cong' },
  { name: 'task board', path: '/nhiem-vu?xem=bang&nam=2026' },
  { name: 'task timeline', path: '/nhiem-vu?xem=thoi-gian&nam=2026' },
  { name: 'task responsibilities', path: '/trach-nhiem' },
  { name: 'obstacles', path: '/vuong-mac?xem=tat-ca' },
  { name: 'obstacle', path: '/vuong-mac/VM-2026-001' },
  { name: 'for the leader', path: '/lanh-dao' },
  { name: 'budget', path: '/du-toan/2026?theo=nhiem-vu' },
  { name: 'budget of a department', path: '/du-toan/2027/TP-HT' },
  { name: 'reports', path: '/bao-cao' },
  { name: 'issued report', path: '/bao-cao/2025', arrive: untilPaper },
  { name: 'report to approve', path: '/bao-cao/2026/duyet' },
  { name: 'two years compared', path: '/bao-cao/2026/so-sanh' },
  { name: 'deadlines', path: '/lich' },
  { name: 'figures that wait', path: '/duyet-so-lieu' },
  { name: 'figures that are missing', path: '/so-lieu-con-thieu' },
  { name: "indicator with the leader's judgement", path: '/chi-tieu/SEC-01', arrive: untilHistory },
  { name: 'reporting year', path: '/ky/2026' },
  { name: 'reporting year that was not opened', path: '/ky/2028' },
  { name: 'report of a department', path: '/nop/2026/TP-HT' },
  { name: 'report of a year that is locked', path: '/nop/2025/VP-TK' },
  { name: 'import', path: '/nhap-hang-loat' },
  { name: 'no such page', path: '/khong-co' },
  { name: 'no such indicator', path: '/chi-tieu/XX-99' },
]

// No journey judges this indicator's figures: what is left in the queue here is in nobody's way.
const ROW: Row = { indicator: 'NET-01', area: '', on: '2022-06-30', numerator: 80, denominator: 164 }
const FAULTY: readonly Row[] = [
  ROW,
  { ...ROW, numerator: 165, on: '2022-07-31' },
  { ...ROW, denominator: '1.234', on: '2022-08-31' },
  { ...ROW, area: 'TDP-99', on: '2022-09-30' },
]

export const COORDINATOR_PLACES: readonly Place[] = [
  { name: 'checklists', path: '/danh-muc' },
  { name: 'checklist', path: '/danh-muc/SEC-01' },
  { name: 'areas and denominators', path: '/cai-dat/to-dan-pho' },
  { name: 'departments', path: '/cai-dat/bo-phan', arrive: untilArrangement },
  { name: 'what is public', path: '/cai-dat/cong-khai' },
  { name: 'slips', path: '/phieu' },
  { name: 'entry form', path: '/nhap-lieu/2026/FB?ct=FB-02', arrive: untilEvidence },
  { name: 'entry form in words', path: '/nhap-lieu/2026/DP?ct=DP-04', arrive: untilEvidence },
  { name: 'entry: check', path: '/nhap-lieu/2026/FB?ct=FB-02&xem=kiem-tra' },
  { name: 'report under way', path: '/bao-cao/2026', arrive: untilPaper },
  { name: 'tasks by department', path: '/nhiem-vu?xem=bo-phan&nam=2026' },
  { name: 'yearly plan of a department', path: '/ke-hoach-nam/2026/TP-HT' },
  { name: 'budget that was allocated', path: '/du-toan/2026/TP-HT' },
  {
    name: 'import: preview with faults',
    path: '/nhap-hang-loat',
    arrive: async (page) => {
      await chooseFile(page, csvOf(FAULTY))
      await page.getByRole('table', { name: 'Cần sửa' }).waitFor()
    },
  },
  {
    name: 'import: result',
    path: '/nhap-hang-loat',
    arrive: async (page) => {
      // A day of its own each time: a figure that is there already would leave nothing to write.
      await chooseFile(page, csvOf([{ ...ROW, on: someDayLongAgo() }]))
      await page.getByRole('button', { name: 'Ghi vào hệ thống' }).click()
      await page.getByText('Đã ghi 1 dòng').waitFor()
    },
  },
]

/** Opens a place and waits until it is what it is. */
export async function goTo(page: Page, { path, arrive }: Place): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await arrive?.(page)
}

/** What an arrangement would move is shown without being done. */
async function untilArrangement(page: Page) {
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.getByRole('table', { name: 'Việc đang mở sẽ chuyển' }).waitFor()
}

function untilPaper(page: Page) {
  return page.getByText('Độc lập - Tự do - Hạnh phúc').waitFor()
}

/** Opened: what is added to a sheet is looked at as well. */
async function untilEvidence(page: Page) {
  await page.getByText(/^Minh chứng năm/).click()
  await page.getByText(/^Thả tệp/).waitFor()
}

function untilHistory(page: Page) {
  return page.getByRole('table', { name: 'Các số liệu đã nhập' }).waitFor()
}

function someDayLongAgo(): string {
  const days = Math.floor(Math.random() * 3_000)
  return new Date(Date.UTC(2010, 0, 1 + days)).toISOString().slice(0, 10)
}
