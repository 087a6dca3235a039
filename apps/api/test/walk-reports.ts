// The walk through the ward's report: drafted, edited, signed, issued, sent.
import type supertest from 'supertest'
import { PLAN } from './harness.ts'

type Step = (operationId: string, request: supertest.Test) => Promise<supertest.Response>

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export async function walkReports(
  step: Step,
  coordinator: supertest.Agent,
  leader: supertest.Agent,
): Promise<void> {
  const reports = `${PLAN}/reports`
  const drafted = await step('draftWardReport', coordinator.post(reports).send({ year: 2026 }))
  const report = `${reports}/${drafted.body.id}`
  const written = {
    letterhead: { signer: 'Lê Minh Tâm' },
    paragraphs: [{ key: 'nguyen-nhan', text: 'Nguyên nhân: địa bàn thay đổi.' }],
  }
  const seen = (answer: supertest.Response) => answer.body.etag as string
  const edited = await step(
    'editWardReport',
    coordinator.patch(report).set('if-match', seen(drafted)).send(written),
  )
  const chart = `${report}/charts/FB-02`
  const charted = await step(
    'placeReportChart',
    coordinator.put(chart).set('if-match', seen(edited)).send({ section: 'chi-tieu', png: PNG }),
  )
  await step('getReportChart', coordinator.get(chart))
  const bare = await step('removeReportChart', coordinator.delete(chart).set('if-match', seen(charted)))
  const fresh = await step(
    'refreshWardReport',
    coordinator.post(`${report}/refresh`).set('if-match', seen(bare)).send({}),
  )
  const sentUp = await step(
    'submitWardReport',
    coordinator.post(`${report}/submit`).set('if-match', seen(fresh)),
  )
  const sentBack = await step(
    'returnWardReport',
    leader.post(`${report}/return`).set('if-match', seen(sentUp)).send({ reason: 'Bổ sung nguyên nhân' }),
  )
  const again = await coordinator.post(`${report}/submit`).set('if-match', seen(sentBack))
  const approved = await step(
    'approveWardReport',
    leader.post(`${report}/approve`).set('if-match', seen(again)),
  )
  const issued = await step(
    'issueWardReport',
    coordinator
      .post(`${report}/issue`)
      .set('if-match', seen(approved))
      .send({ number: 47, issuedOn: '2026-11-22' }),
  )
  await step('sendWardReport', coordinator.post(`${report}/send`).set('if-match', seen(issued)))
  await step('listWardReports', coordinator.get(reports))
  await step('getWardReport', coordinator.get(report))
  await step('listReportChanges', coordinator.get(`${report}/changes?against=now`))
  await step('compareReports', coordinator.get(`${report}/comparison?with=${drafted.body.id}`))
  await step('getReportFile', coordinator.get(`${report}/files/json`))
}
