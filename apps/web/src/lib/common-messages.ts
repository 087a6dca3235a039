// What can happen on any page: the few sentences that every visit brings along.

import { m } from '../paraglide/messages.js'
import { ApiProblem } from './api.ts'
import type { ErrorCode } from './error-codes.ts'

export const COMMON_SENTENCES = {
  'validation-failed': m.error_validation_failed,
  'malformed-body': m.error_malformed_body,
  'session.required': m.error_session_required,
  'permission.refused': m.error_permission_refused,
  'request.cross-site': m.error_request_cross_site,
  'route.not-found': m.error_route_not_found,
  'plan.not-found': m.error_plan_not_found,
  'indicator.not-found': m.error_indicator_not_found,
  'task.not-found': m.error_task_not_found,
  'department.not-found': m.error_department_not_found,
  'version.mismatch': m.error_version_mismatch,
  'body.too-large': m.error_body_too_large,
  'rate.limited': m.error_rate_limited,
  internal: m.error_internal,
  'database.unavailable': m.error_database_unavailable,
  'service.busy': m.error_database_unavailable,
  'storage.full': m.error_storage_full,
  'storage.unavailable': m.error_storage_unavailable,
  'network.unreachable': m.error_network_unreachable,
  unknown: m.error_internal,
} satisfies Partial<Record<ErrorCode, () => string>>

export type CommonCode = keyof typeof COMMON_SENTENCES

export const isCommon = (code: string): code is CommonCode => code in COMMON_SENTENCES

/** What was thrown, in one of these sentences; what is not among them is a fault of ours. */
export function commonSentence(error: unknown): string {
  const code = error instanceof ApiProblem ? error.code : 'unknown'
  return COMMON_SENTENCES[isCommon(code) ? code : 'unknown']()
}
