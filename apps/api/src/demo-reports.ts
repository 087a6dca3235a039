// The demo's reports: 2025 as it was issued and sent, 2026 as a draft. Invented, as samples are.
import type { Actor } from '@tien-do/domain/permission'
import type { Context } from './core/context.ts'
import type { DemoPeople } from './demo.ts'
import * as reports from './features/reports/index.ts'

type ContextAs = (actor: Actor, at?: Date) => Context

const DRAFTED_2025 = new Date('2025-12-02T09:00:00+07:00')
const SUBMITTED_2025 = new Date('2025-12-03T10:30:00+07:00')
const APPROVED_2025 = new Date('2025-12-03T16:00:00+07:00')
const ISSUED_2025 = new Date('2025-12-04T08:30:00+07:00')
/** Of the records clerk, who numbers all documents of the year. */
const NUMBER_2025 = 147
const DEMO_YEAR = 2026

const CAUSES_2025 =
  'Địa bàn thay đổi khi thành lập phường mới từ ngày 01/7/2025; một số tuyến hẻm chưa kéo được cáp do vướng cột treo.'

/** Puts in the reports as the ward's people would have made them, each at its hour. */
export async function loadReportSamples(
  contextAs: ContextAs,
  { coordinator, leader }: DemoPeople,
  planCode: string,
): Promise<void> {
  const now = contextAs(coordinator).now()
  // On a machine whose clock is behind, nothing has been issued yet.
  if (now > ISSUED_2025) {
    const asOf = '2025-11-30'
    const drafted = await reports.draftWardReport(contextAs(coordinator, DRAFTED_2025), planCode, {
      year: 2025,
      asOf,
    })
    const { id } = drafted
    await reports.editWardReport(contextAs(coordinator, DRAFTED_2025), planCode, id, null, {
      letterhead: { signer: leader.name },
      paragraphs: [{ key: 'nguyen-nhan', text: CAUSES_2025 }],
    })
    await reports.submitWardReport(contextAs(coordinator, SUBMITTED_2025), planCode, id, null)
    await reports.approveWardReport(contextAs(leader, APPROVED_2025), planCode, id, null)
    const issuing = { number: NUMBER_2025, issuedOn: '2025-12-04' }
    await reports.issueWardReport(contextAs(coordinator, ISSUED_2025), planCode, id, null, issuing)
    await reports.sendWardReport(contextAs(coordinator, ISSUED_2025), planCode, id, null)
  }
  if (now.getFullYear() === DEMO_YEAR)
    await reports.draftWardReport(contextAs(coordinator), planCode, { year: DEMO_YEAR })
}
