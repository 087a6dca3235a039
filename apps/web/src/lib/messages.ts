// What a person can do about each error: no code without words, and the compiler knows when one is missing.

import { m } from '../paraglide/messages.js'
import { ApiProblem } from './api.ts'
import { COMMON_SENTENCES, type CommonCode, isCommon } from './common-messages.ts'
import type { ErrorCode } from './error-codes.ts'

/** Of the acts of single pages, which bring them along. */
const ACT_SENTENCES: Record<Exclude<ErrorCode, CommonCode>, () => string> = {
  'webhook.not-found': m.error_webhook_not_found,
  'webhook.disabled': m.error_webhook_disabled,
  'invalid-text': m.error_invalid_text,
  'invalid-cursor': m.error_invalid_cursor,
  'idempotency-key.missing': m.error_internal,
  'digest.mismatch': m.error_digest_mismatch,
  'session.wrong-credentials': m.error_session_wrong_credentials,
  'session.code-required': m.error_session_code_required,
  'session.wrong-code': m.error_session_wrong_code,
  'session.delayed': m.error_session_delayed,
  'session.proof-required': m.error_session_proof_required,
  'identity.none': m.error_identity_none,
  'identity.failed': m.error_identity_failed,
  'identity.unknown': m.error_identity_unknown,
  'identity.taken': m.error_identity_taken,
  'identity.unreachable': m.error_identity_unreachable,
  'session.not-found': m.error_session_not_found,
  'second-factor.wrong-code': m.error_session_wrong_code,
  'second-factor.wrong-state': m.error_second_factor_wrong_state,
  'password.wrong': m.error_password_wrong,
  'person.not-found': m.error_person_not_found,
  'person.exists': m.error_person_exists,
  'person.faulty': m.error_person_faulty,
  'person.wrong-state': m.error_person_wrong_state,
  'person.last-administrator': m.error_person_last_administrator,
  'api-key.invalid': m.error_api_key_invalid,
  'api-key.address-refused': m.error_api_key_address_refused,
  'api-key.wrong-state': m.error_api_key_wrong_state,
  'permission.own-entry': m.error_permission_own_entry,
  'area.not-found': m.error_area_not_found,
  'sub-task.not-found': m.error_sub_task_not_found,
  'sub-task.exists': m.error_sub_task_exists,
  'sub-task.wrong-state': m.error_sub_task_wrong_state,
  'sub-task.faulty': m.error_sub_task_faulty,
  'task.faulty': m.error_task_faulty,
  'yearly-plan.wrong-state': m.error_yearly_plan_wrong_state,
  'yearly-plan.sent': m.error_yearly_plan_sent,
  'measurement.not-found': m.error_measurement_not_found,
  'budget.not-found': m.error_budget_not_found,
  'budget.wrong-state': m.error_budget_wrong_state,
  'budget.faulty': m.error_budget_faulty,
  'obstacle.not-found': m.error_obstacle_not_found,
  'obstacle.wrong-state': m.error_obstacle_wrong_state,
  'obstacle.faulty': m.error_obstacle_faulty,
  'period.not-found': m.error_period_not_found,
  'period.allowance-not-found': m.error_period_allowance_not_found,
  'ward-report.not-found': m.error_ward_report_not_found,
  'ward-report.exists': m.error_ward_report_exists,
  'ward-report.issued': m.error_ward_report_issued,
  'ward-report.wrong-state': m.error_ward_report_wrong_state,
  'ward-report.number-taken': m.error_ward_report_number_taken,
  'ward-report.incomplete': m.error_ward_report_incomplete,
  'import.not-found': m.error_import_not_found,
  'calendar.not-found': m.error_calendar_not_found,
  'job.not-found': m.error_job_not_found,
  'api-key.not-found': m.error_api_key_not_found,
  'slip.not-found': m.error_slip_not_found,
  'slip.confirmed': m.error_slip_confirmed,
  'invitation.not-found': m.error_invitation_not_found,
  'method.not-allowed': m.error_internal,
  'measurement.exists': m.error_measurement_exists,
  'measurement.wrong-state': m.error_measurement_wrong_state,
  'period.exists': m.error_period_exists,
  'period.no-deadline': m.error_period_no_deadline,
  'period.wrong-state': m.error_period_wrong_state,
  'department-report.receipt-not-found': m.error_report_receipt_not_found,
  'department-report.wrong-state': m.error_report_wrong_state,
  'department-report.incomplete': m.error_report_incomplete,
  'period.reports-wait': m.error_period_reports_wait,
  'period.locked': m.error_period_locked,
  'reminder.nothing-owed': m.error_reminder_nothing_owed,
  'job.wrong-state': m.error_job_wrong_state,
  'plan.in-use': m.error_plan_in_use,
  'idempotency-key.in-progress': m.error_in_progress,
  conflict: m.error_conflict,
  'import.too-many-rows': m.error_import_too_many_rows,
  'media-type.unsupported': m.error_media_type_unsupported,
  'idempotency-key.reused': m.error_internal,
  'plan-file.faulty': m.error_plan_file_faulty,
  'import.rejected': m.error_import_rejected,
  'import.not-utf8': m.error_import_not_utf8,
  'batch.not-found': m.error_batch_not_found,
  'batch.built-upon': m.error_batch_built_upon,
  'override.not-found': m.error_override_not_found,
  'override.ended': m.error_override_ended,
  'measurement.reason-missing': m.error_measurement_reason_missing,
  'measurement.faulty': m.error_measurement_faulty,
  'password.weak': m.error_password_weak,
  'constraint.violated': m.error_constraint_violated,
  'version.required': m.error_internal,
  'denominator.faulty': m.error_denominator_faulty,
  'area.faulty': m.error_area_faulty,
  'department.faulty': m.error_department_faulty,
  'checklist.not-found': m.error_checklist_not_found,
  'checklist.item-not-found': m.error_checklist_item_not_found,
  'checklist.unfinished': m.error_checklist_unfinished,
  'evidence.not-found': m.error_evidence_not_found,
  'evidence.subject-not-found': m.error_evidence_subject_not_found,
  'evidence.too-many': m.error_evidence_too_many,
  'evidence.refused': m.error_evidence_refused,
}

const isOfAnAct = (code: string): code is keyof typeof ACT_SENTENCES => code in ACT_SENTENCES

/** The sentence for a code that came inside an answer. */
export function codeSentence(code: string): string {
  if (isCommon(code)) return COMMON_SENTENCES[code]()
  // A newer service may know codes that this screen has not learnt yet.
  return isOfAnAct(code) ? ACT_SENTENCES[code]() : COMMON_SENTENCES.internal()
}

/** The sentence for what was thrown; anything that is not of the service is a fault of ours. */
export function errorSentence(error: unknown): string {
  const code = error instanceof ApiProblem ? error.code : 'unknown'
  return codeSentence(code)
}
