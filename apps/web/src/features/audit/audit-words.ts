import type { Schemas } from '@tien-do/api-client'
import { m } from '../../paraglide/messages.js'

export type AuditEvent = Schemas['AuditEvent']

/** The acts that are asked about most, in the office's words; the others stand under their own name. */
const ACT: Readonly<Record<string, () => string>> = {
  'measurement.record': m.act_measurement_record,
  'measurement.save': m.act_measurement_save,
  'measurement.submit': m.act_measurement_submit,
  'measurement.approve': m.act_measurement_approve,
  'measurement.return': m.act_measurement_return,
  'measurement.correct': m.act_measurement_correct,
  'measurement.import': m.act_measurement_import,
  'task.assign': m.act_task_assign,
  'task.update': m.act_task_update,
  'obstacle.raise': m.act_obstacle_raise,
  'obstacle.decide': m.act_obstacle_decide,
  'budget.request': m.act_budget_request,
  'period.open': m.act_period_open,
  'period.lock': m.act_period_lock,
  'department-report.submit': m.act_report_submit,
  'ward-report.approve': m.act_ward_report_approve,
  'ward-report.issue': m.act_ward_report_issue,
  'plan.replace': m.act_plan_replace,
  'department.arrange': m.act_department_arrange,
  'status.override': m.act_status_override,
  'api-key.issue': m.act_key_issue,
  'api-key.rotate': m.act_key_rotate,
  'api-key.revoke': m.act_key_revoke,
  'api-key.use': m.act_key_use,
  'session.open': m.act_session_open,
  'session.close': m.act_session_close,
  'access.refuse': m.act_access_refuse,
  'access.export': m.act_access_export,
  'person.invite': m.act_person_invite,
  'person.change': m.act_person_change,
  'person.disable': m.act_person_disable,
  'person.hand-over': m.act_person_hand_over,
}

const OF_INSTALLATION = /^(session|access|person|invitation|account)\.|^api-key\.use$/

export const actInWords = (action: string): string => ACT[action]?.() ?? action

/** The acts one may look for, of a plan or of the installation. */
export function actsToChoose(ofInstallation: boolean): string[] {
  return Object.keys(ACT).filter((action) => OF_INSTALLATION.test(action) === ofInstallation)
}
