// What a person can do about each error: no code without words, and the compiler knows when one is missing.

import { m } from '../paraglide/messages.js'
import { ApiProblem } from './api.ts'
import type { ErrorCode } from './error-codes.ts'

const ERROR_SENTENCES: Record<ErrorCode, () => string> = {
  'validation-failed': m.error_validation_failed,
  'malformed-body': m.error_malformed_body,
  'invalid-text': m.error_invalid_text,
  'invalid-cursor': m.error_invalid_cursor,
  'idempotency-key.missing': m.error_internal,
  'digest.mismatch': m.error_digest_mismatch,
  'session.required': m.error_session_required,
  'session.wrong-credentials': m.error_session_wrong_credentials,
  'api-key.invalid': m.error_api_key_invalid,
  'permission.refused': m.error_permission_refused,
  'permission.own-entry': m.error_permission_own_entry,
  'request.cross-site': m.error_request_cross_site,
  'route.not-found': m.error_route_not_found,
  'plan.not-found': m.error_plan_not_found,
  'indicator.not-found': m.error_indicator_not_found,
  'area.not-found': m.error_area_not_found,
  'task.not-found': m.error_task_not_found,
  'sub-task.not-found': m.error_sub_task_not_found,
  'sub-task.exists': m.error_sub_task_exists,
  'sub-task.wrong-state': m.error_sub_task_wrong_state,
  'sub-task.faulty': m.error_sub_task_faulty,
  'task.faulty': m.error_task_faulty,
  'yearly-plan.wrong-state': m.error_yearly_plan_wrong_state,
  'yearly-plan.sent': m.error_yearly_plan_sent,
  'measurement.not-found': m.error_measurement_not_found,
  'department.not-found': m.error_department_not_found,
  'obstacle.not-found': m.error_obstacle_not_found,
  'obstacle.wrong-state': m.error_obstacle_wrong_state,
  'obstacle.faulty': m.error_obstacle_faulty,
  'period.not-found': m.error_period_not_found,
  'period.allowance-not-found': m.error_period_allowance_not_found,
  'import.not-found': m.error_import_not_found,
  'api-key.not-found': m.error_api_key_not_found,
  'invitation.not-found': m.error_invitation_not_found,
  'method.not-allowed': m.error_internal,
  'measurement.exists': m.error_measurement_exists,
  'measurement.wrong-state': m.error_measurement_wrong_state,
  'period.exists': m.error_period_exists,
  'period.no-deadline': m.error_period_no_deadline,
  'period.wrong-state': m.error_period_wrong_state,
  'period.reports-wait': m.error_period_reports_wait,
  'period.locked': m.error_period_locked,
  'plan.in-use': m.error_plan_in_use,
  'idempotency-key.in-progress': m.error_in_progress,
  conflict: m.error_conflict,
  'version.mismatch': m.error_version_mismatch,
  'body.too-large': m.error_body_too_large,
  'import.too-many-rows': m.error_import_too_many_rows,
  'media-type.unsupported': m.error_media_type_unsupported,
  'idempotency-key.reused': m.error_internal,
  'plan-file.faulty': m.error_plan_file_faulty,
  'import.rejected': m.error_import_rejected,
  'import.not-utf8': m.error_import_not_utf8,
  'measurement.faulty': m.error_measurement_faulty,
  'password.weak': m.error_password_weak,
  'constraint.violated': m.error_constraint_violated,
  'version.required': m.error_internal,
  'rate.limited': m.error_rate_limited,
  internal: m.error_internal,
  'database.unavailable': m.error_database_unavailable,
  'storage.full': m.error_storage_full,
  'network.unreachable': m.error_network_unreachable,
  unknown: m.error_internal,
}

/** The sentence for what was thrown; anything that is not of the service is a fault of ours. */
export function errorSentence(error: unknown): string {
  const code = error instanceof ApiProblem ? error.code : 'unknown'
  // A newer service may know codes that this screen has not learnt yet.
  return code in ERROR_SENTENCES ? ERROR_SENTENCES[code]() : m.error_internal()
}
