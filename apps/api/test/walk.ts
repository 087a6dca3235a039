// One walk through every operation, from signing in to signing out: what each of them answers when all is well.
import type supertest from 'supertest'
import { API, emailOf, type Harness, PLAN } from './harness.ts'
import { leaveJob } from './leave-job.ts'
import { PASSWORD } from './template.ts'
import { walkRegisters } from './walk-registers.ts'
import { walkReports } from './walk-reports.ts'
import { walkAudit } from './walks/audit.ts'
import { walkBudget } from './walks/budget.ts'
import { walkFigures } from './walks/figures.ts'
import { walkObstacles } from './walks/obstacles.ts'
import { walkPeriods } from './walks/periods.ts'
import { walkTasks } from './walks/tasks.ts'
import type { Step, Walk } from './walks/walker.ts'

export type { Step } from './walks/walker.ts'

const FIGURE = { indicator: 'FB-02', area: 'TDP-05', on: '2026-11-14', numerator: 214, denominator: 260 }
const CSV =
  'indicator,area,on,numerator,denominator,source\nFB-02,TDP-06,2026-11-14,120,200,Tổ trưởng\nFB-02,TDP-99,2026-11-14,1,2,\n'

/** Each area of the service walks in a file of its own. */
const WALKS: readonly Walk[] = [walkFigures, walkObstacles, walkPeriods, walkAudit, walkBudget, walkTasks]

/** Walks once; `invitation` is the secret of an invitation that nobody has opened yet. */
export async function walk(house: Harness, invitation: string): Promise<Step[]> {
  const steps: Step[] = []
  const step = async (operationId: string, request: supertest.Test) => {
    const answer = await request
    steps.push({ operationId, answer })
    return answer
  }
  const [coordinator, leader, admin] = await Promise.all([
    house.signIn('coordinator'),
    house.as('leader'),
    house.as('admin'),
  ])

  await step('getHealth', house.anyone.get(`${API}/healthz`))
  await step('getReadiness', house.anyone.get(`${API}/readyz`))
  const credentials = { email: emailOf('viewer'), password: PASSWORD }
  await step('openSession', house.anyone.post(`${API}/sessions`).send(credentials))
  const newcomer = { name: 'Người mới', email: 'moi@phuong.test', password: 'mười lăm ký tự trở lên' }
  await step('acceptInvitation', house.anyone.post(`${API}/invitations/${invitation}`).send(newcomer))
  await step('getMe', coordinator.get(`${API}/me`))

  const measurements = `${PLAN}/measurements`
  const first = await step('recordMeasurement', coordinator.post(measurements).send(FIGURE))
  const one = `${measurements}/${first.body.id}`
  const returned = await step(
    'returnMeasurement',
    leader.post(`${one}/return`).set('if-match', first.body.etag).send({ reason: 'Mẫu số khác sổ hộ' }),
  )
  const change = { numerator: 216, reason: 'Tổ trưởng đếm sót 2 hộ' }
  const second = await step(
    'correctMeasurement',
    coordinator.patch(one).set('if-match', returned.body.etag).send(change),
  )
  await step(
    'approveMeasurement',
    leader.post(`${measurements}/${second.body.id}/approve`).set('if-match', second.body.etag),
  )
  await step('getMeasurement', coordinator.get(one))
  await step('listMeasurements', coordinator.get(`${measurements}?limit=1`))

  const load = (query: string) => coordinator.post(`${PLAN}/imports?${query}`).set('content-type', 'text/csv')
  await step('importMeasurements', load('mode=validate').send(CSV))
  await step('importMeasurements', load('mode=commit').set('idempotency-key', 'walk-all').send(CSV))
  const partial = load('mode=commit&atomic=none').set('idempotency-key', 'walk-some')
  const report = await step('importMeasurements', partial.send(CSV))
  await step('listImports', coordinator.get(`${PLAN}/imports`))
  await step('getImport', coordinator.get(`${PLAN}/imports/${report.body.id}`))
  await step('listRejectedRows', coordinator.get(report.body.errorsUrl))

  await step('listPlans', coordinator.get(`${API}/plans`))
  await step('getPlan', coordinator.get(PLAN))
  const planFile = await step('exportPlanFile', coordinator.get(`${PLAN}/file`))
  const changed = { ...planFile.body, shortTitle: 'Tên ngắn khác' }
  await step('replacePlan', coordinator.put(`${PLAN}/file`).send(changed))
  await step('getSummary', coordinator.get(`${PLAN}/summary`))
  await step('listIndicators', coordinator.get(`${PLAN}/indicators`))
  await step('getIndicator', coordinator.get(`${PLAN}/indicators/FB-02`))
  await step('getIndicatorSeries', coordinator.get(`${PLAN}/indicators/FB-02/series`))
  await step('listDepartments', coordinator.get(`${PLAN}/departments`))
  await step('listAreas', coordinator.get(`${PLAN}/areas`))
  await step('listDeadlines', coordinator.get(`${PLAN}/deadlines`))
  await step('listTasks', coordinator.get(`${PLAN}/tasks`))
  await walkReports(step, coordinator, leader)
  await step('listChanges', coordinator.get(`${PLAN}/changes`))

  for (const walkArea of WALKS) await walkArea({ house, step, coordinator, leader, admin })
  await walkRegisters(step, coordinator)

  const periods = `${PLAN}/periods`
  await step('openPeriod', coordinator.post(periods).send({ year: 2026 }))
  const period = `${periods}/2026`
  await step('listPeriods', coordinator.get(periods))
  await step('getPeriod', coordinator.get(period))
  const extension = { kind: 'extension', department: 'CA', reason: 'Chờ số liệu', lastDay: '2026-12-02' }
  const allowed = await step('allowInPeriod', coordinator.post(`${period}/allowances`).send(extension))
  const [{ id: allowance }] = allowed.body.allowances
  const moved = async (operationId: string, act: string, etag: string, body?: object) =>
    step(operationId, coordinator.post(`${period}/${act}`).set('if-match', etag).send(body))
  const ended = await step(
    'endAllowance',
    coordinator.delete(`${period}/allowances/${allowance}`).set('if-match', allowed.body.etag),
  )
  const closed = await moved('closePeriod', 'close', ended.body.etag)
  const locked = await moved('lockPeriod', 'lock', closed.body.etag)
  await moved('reopenPeriod', 'reopen', locked.body.etag, { reason: 'Cấp trên yêu cầu bổ sung' })

  await step('followEvents', coordinator.get(`${API}/events`))
  await step('listJobs', admin.get(`${API}/jobs`))
  await step('cancelJob', admin.post(`${API}/jobs/${await leaveJob(house)}/cancel`))
  await step('retryJob', admin.post(`${API}/jobs/${await leaveJob(house, true)}/retry`))
  const own = `${period}/reports/QS`
  await step('listDepartmentReports', coordinator.get(`${period}/reports`))
  await step('listPeriodDeadlines', coordinator.get(`${period}/deadlines`))
  const blank = await step('getDepartmentReport', coordinator.get(own))
  const narrative = { results: 'Đã làm.', shortcomings: 'Không có.', direction: 'Tiếp tục.' }
  const patch = coordinator.patch(own).set('if-match', blank.body.etag).send({ narrative })
  let { etag } = (await step('writeDepartmentReport', patch)).body
  const turned = async (agent: typeof coordinator, act: string, body?: object) => {
    const sent = agent.post(`${own}/${act}`).set('if-match', etag).send(body)
    etag = (await step(`${act}DepartmentReport`, sent)).body.etag
  }
  await turned(coordinator, 'submit', {})
  await turned(coordinator, 'withdraw')
  await turned(coordinator, 'submit', {})
  const note = { place: 'narrative', code: 'results', area: null, note: 'Nêu rõ số lớp tập huấn' }
  await turned(leader, 'return', { notes: [note] })
  await turned(coordinator, 'submit', {})
  await turned(leader, 'accept')
  await turned(coordinator, 'consolidate')
  await step('getReportCopy', coordinator.get(`${period}/receipts/1`))

  const wanted = { name: 'Cổng thành phố', scopes: ['measurements:read'], departments: ['VH-TT'] }
  const key = await step('issueApiKey', admin.post(`${PLAN}/api-keys`).send(wanted))
  await step('listApiKeys', admin.get(`${PLAN}/api-keys`))
  await step('revokeApiKey', admin.delete(`${PLAN}/api-keys/${key.body.id}`))
  await step('closeSession', coordinator.delete(`${API}/sessions/current`))
  return steps
}
