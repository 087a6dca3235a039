import { API, PLAN } from '../harness.ts'
import type { Walk } from './walker.ts'

export const walkAudit: Walk = async ({ step, coordinator, admin }) => {
  await step('listAuditEvents', coordinator.get(`${PLAN}/audit-events?limit=2`))
  await step('verifyAudit', coordinator.get(`${PLAN}/audit-verification`))
  await step('listAccessEvents', admin.get(`${API}/audit-events?limit=2`))
  await step('verifyAccessAudit', admin.get(`${API}/audit-verification`))
}
