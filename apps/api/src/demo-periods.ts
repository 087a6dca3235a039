// The demo's years: 2025 as it was sent, judged and locked; 2026 as it stands on the demo's day. Invented, as samples are.
import type { NarrativeSection } from '@tien-do/domain/department-report-steps'
import type { Actor } from '@tien-do/domain/permission'
import type { Context } from './core/context.ts'
import type { DemoPeople } from './demo.ts'
import * as reports from './features/department-reports/index.ts'
import * as periods from './features/periods/index.ts'

type ContextAs = (actor: Actor, at?: Date) => Context
type Words = Readonly<Record<NarrativeSection, string>>

const NOTHING_SPECIAL = 'Không có.'
const words = (results: string, shortcomings: string, direction: string, recommendations = ''): Words => ({
  results,
  shortcomings,
  direction,
  recommendations,
})

/** What each department said of 2025. */
const SAID_2025: Readonly<Record<string, Words>> = {
  'VH-TT': words(
    'Đã tuyên truyền trên Đài truyền thanh phường và Trang thông tin điện tử; phối hợp doanh nghiệp viễn thông mở rộng cáp quang đến các tổ dân phố.',
    'Một số hẻm sâu chưa kéo được cáp do vướng cột treo.',
    'Năm 2026 tập trung các tổ còn thiếu hộ có cáp quang.',
    'Đề nghị doanh nghiệp viễn thông bố trí vốn cho các tuyến hẻm.',
  ),
  'TC-KT': words(
    'Đã tổng hợp dự trù kinh phí của các bộ phận.',
    NOTHING_SPECIAL,
    'Bố trí kinh phí theo kế hoạch.',
  ),
  'VP-TK': words(
    'Các bộ phận đã kết nối mạng và dùng hệ thống dùng chung.',
    'Chưa có số liệu về nền tảng tích hợp do cấp tỉnh đang chuyển đổi.',
    'Rà soát máy trạm, bảo đảm an toàn thông tin 4 lớp.',
  ),
  'TP-HT': words(
    'Đã số hóa 139/164 sổ hộ tịch, nhập dữ liệu vào cơ sở dữ liệu dùng chung.',
    'Còn 25 sổ cũ rách, phải phục chế trước khi số hóa.',
    'Năm 2026 số hóa các sổ còn lại.',
  ),
  'DC-XD': words(
    'Đã rà soát các tuyến cáp treo trên địa bàn.',
    'Còn tuyến chưa chỉnh trang.',
    'Phối hợp hạ ngầm cáp.',
  ),
  LDTBXH: words('Đã phối hợp tuyên truyền đến các đối tượng.', 'Nộp báo cáo muộn.', 'Tiếp tục phối hợp.'),
  CA: words('Đã cấp định danh điện tử theo kế hoạch.', NOTHING_SPECIAL, 'Tiếp tục cấp cho người chưa có.'),
  QS: words('Đã phối hợp bảo đảm an ninh mạng thông tin.', NOTHING_SPECIAL, 'Tiếp tục phối hợp.'),
}

/** Day and hour of 2025 at which each sent its report; one was late, one was returned once. */
const SENT_2025: Readonly<Record<string, string>> = {
  QS: '2025-11-25T09:10',
  'TP-HT': '2025-11-26T14:05',
  'VH-TT': '2025-11-27T10:30',
  CA: '2025-11-27T15:20',
  'TC-KT': '2025-11-28T08:40',
  'VP-TK': '2025-11-28T11:15',
  'DC-XD': '2025-11-28T16:50',
  LDTBXH: '2025-12-02T09:25',
}

/** Those that have sent theirs of 2026; the others are still writing. */
const SENT_2026: Readonly<Record<string, string>> = {
  QS: '2026-11-18T08:50',
  CA: '2026-11-19T15:30',
  'DC-XD': '2026-11-20T10:20',
  'VP-TK': '2026-11-20T16:10',
}

const at = (minute: string) => new Date(`${minute}:00+07:00`)

interface Year {
  readonly year: number
  readonly contextAs: ContextAs
  readonly people: DemoPeople
  readonly plan: string
}

/** Goes through 2025 to its lock, and through 2026 as far as the demo's clock has come. */
export async function loadPeriodSamples(
  contextAs: ContextAs,
  people: DemoPeople,
  plan: string,
): Promise<void> {
  const now = contextAs(people.coordinator).now()
  const has = (minute: string) => at(minute) <= now
  if (has('2026-01-05T08:00')) await year2025({ year: 2025, contextAs, people, plan })
  if (has('2026-01-06T08:00')) await year2026({ year: 2026, contextAs, people, plan }, has)
}

async function year2025(of: Year): Promise<void> {
  const { contextAs, people, plan, year } = of
  const coordinator = (minute: string) => contextAs(people.coordinator, at(minute))
  await periods.openPeriod(coordinator('2025-01-06T08:00'), plan, { year })
  for (const [department, minute] of Object.entries(SENT_2025)) {
    await send(of, department, minute, SAID_2025[department] ?? words('', '', ''))
    if (department === 'TP-HT') {
      const note = {
        place: 'narrative' as const,
        code: 'results',
        area: null,
        note: 'Nêu rõ số sổ đã số hóa.',
      }
      await reports.returnDepartmentReport(
        coordinator('2025-11-27T08:15'),
        { plan, year, department },
        null,
        [note],
      )
      await send(of, department, '2025-11-28T09:00', SAID_2025[department] ?? words('', '', ''))
    }
  }
  for (const department of Object.keys(SENT_2025)) {
    const address = { plan, year, department }
    await reports.acceptDepartmentReport(contextAs(people.leader, at('2025-12-03T09:00')), address, null)
    await reports.consolidateDepartmentReport(coordinator('2025-12-03T15:00'), address, null)
  }
  await periods.closePeriod(coordinator('2025-12-03T16:00'), plan, year, null)
  await periods.lockPeriod(coordinator('2026-01-05T08:00'), plan, year, null)
}

async function year2026(of: Year, has: (minute: string) => boolean): Promise<void> {
  const { contextAs, people, plan, year } = of
  await periods.openPeriod(contextAs(people.coordinator, at('2026-01-06T08:00')), plan, { year })
  for (const [department, minute] of Object.entries(SENT_2026))
    if (has(minute)) await send(of, department, minute, SAID_2025[department] ?? words('', '', ''))
  if (has('2026-11-20T16:40')) {
    const address = { plan, year, department: 'DC-XD' }
    await reports.acceptDepartmentReport(contextAs(people.leader, at('2026-11-20T16:40')), address, null)
  }
  if (has('2026-11-23T08:20')) {
    const note = { place: 'figure' as const, code: 'NET-01', area: null, note: 'Nêu nguồn của mẫu số.' }
    const address = { plan, year, department: 'VP-TK' }
    await reports.returnDepartmentReport(contextAs(people.leader, at('2026-11-23T08:20')), address, null, [
      note,
    ])
  }
  if (has('2026-11-19T10:00')) {
    // The officer has begun, and has not finished.
    const officer = contextAs(people.officer, at('2026-11-19T10:00'))
    const results = 'Đã số hóa 152/164 sổ hộ tịch.'
    await reports.writeDepartmentReport(officer, { plan, year, department: 'TP-HT' }, null, { results })
  }
}

/** Writes and sends: the coordinator does it for who has no account. What is not there is said to be missing. */
async function send(
  { contextAs, people, plan, year }: Year,
  department: string,
  minute: string,
  said: Words,
) {
  const own: Readonly<Record<string, Actor>> = { 'TP-HT': people.officer, 'TC-KT': people.finance }
  const context = contextAs(own[department] ?? people.coordinator, at(minute))
  const address = { plan, year, department }
  const { gathered } = await reports.writeDepartmentReport(context, address, null, said)
  const without = reports
    .missingFrom(gathered)
    .map((each) => ({ ...each, reason: 'Chưa có số liệu của đơn vị cung cấp' }))
  await reports.submitDepartmentReport(context, address, null, without)
}
