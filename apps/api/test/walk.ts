// One walk through every operation, from signing in to signing out: what each of them answers when all is well.
import type supertest from 'supertest'
import { API, emailOf, type Harness, PLAN } from './harness.ts'
import { PASSWORD } from './template.ts'
import { walkReports } from './walk-reports.ts'
import { walkAudit } from './walks/audit.ts'
import { walkBudget } from './walks/budget.ts'
import { walkFigures } from './walks/figures.ts'
import { walkHome } from './walks/home.ts'
import { walkIdentity } from './walks/identity.ts'
import { walkObstacles } from './walks/obstacles.ts'
import { walkOpen } from './walks/open.ts'
import { walkPeople } from './walks/people.ts'
import { walkPeriods } from './walks/periods.ts'
import { walkRegisters } from './walks/registers.ts'
import { walkSlips } from './walks/slips.ts'
import { walkTasks } from './walks/tasks.ts'
import type { Step, Walk } from './walks/walker.ts'
import { walkWebhooks } from './walks/webhooks.ts'

export type { Step } from './walks/walker.ts'

const FIGURE = { indicator: 'FB-02', area: 'TDP-05', on: '2026-11-14', numerator: 214, denominator: 260 }
const CSV =
  'indicator,area,on,numerator,denominator,source\nFB-02,TDP-06,2026-11-14,120,200,Tổ trưởng\nFB-02,TDP-99,2026-11-14,1,2,\n'

/** Each area of the service walks in a file of its own. */
const WALKS: readonly Walk[] = [
  walkFigures,
  walkRegisters,
  walkObstacles,
  walkPeriods,
  walkAudit,
  walkPeople,
  walkIdentity,
  walkBudget,
  walkTasks,
  walkSlips,
  walkHome,
  walkOpen,
  walkWebhooks,
]

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
  const headings = `${PLAN}/import-headings/measurements`
  const said = { headings: [{ heading: 'Cán bộ lập', column: null }] }
  await step('rememberImportHeadings', coordinator.put(headings).send(said))
  await step('getImportHeadings', coordinator.get(headings))
  await step('forgetImportHeadings', coordinator.delete(headings))
  await step('importRows', load('mode=validate').send(CSV))
  await step('importRows', load('mode=commit').set('idempotency-key', 'walk-all').send(CSV))
  const partial = load('mode=commit&atomic=none').set('idempotency-key', 'walk-some')
  const report = await step('importRows', partial.send(CSV))
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

  const wanted = { name: 'Cổng thành phố', scopes: ['measurements:read'], departments: ['VH-TT'] }
  const key = await step('issueApiKey', admin.post(`${PLAN}/api-keys`).send(wanted))
  await step('listApiKeys', admin.get(`${PLAN}/api-keys`))
  const rotated = `${PLAN}/api-keys/${key.body.id}/rotate`
  await step('rotateApiKey', admin.post(rotated).send({ keepDays: 7 }))
  await step('revokeApiKey', admin.delete(`${PLAN}/api-keys/${key.body.id}`))
  await step('closeSession', coordinator.delete(`${API}/sessions/current`))
  return steps
}
