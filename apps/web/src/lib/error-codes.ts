// The codes by which the service says what went wrong (docs/errors.md), and two of our own.

const SERVICE_CODES = [
  'validation-failed',
  'malformed-body',
  'invalid-text',
  'invalid-cursor',
  'idempotency-key.missing',
  'digest.mismatch',
  'session.required',
  'session.wrong-credentials',
  'api-key.invalid',
  'permission.refused',
  'permission.own-entry',
  'request.cross-site',
  'route.not-found',
  'plan.not-found',
  'indicator.not-found',
  'area.not-found',
  'task.not-found',
  'measurement.not-found',
  'import.not-found',
  'api-key.not-found',
  'invitation.not-found',
  'method.not-allowed',
  'measurement.exists',
  'measurement.wrong-state',
  'plan.in-use',
  'idempotency-key.in-progress',
  'conflict',
  'version.mismatch',
  'body.too-large',
  'import.too-many-rows',
  'media-type.unsupported',
  'idempotency-key.reused',
  'plan-file.faulty',
  'import.rejected',
  'measurement.faulty',
  'password.weak',
  'constraint.violated',
  'version.required',
  'rate.limited',
  'internal',
  'database.unavailable',
  'storage.full',
] as const

type ServiceCode = (typeof SERVICE_CODES)[number]

/** `network.unreachable`: no answer at all; `unknown`: a code that this screen has not learnt yet. */
export type ErrorCode = ServiceCode | 'network.unreachable' | 'unknown'

export function errorCodeOf(text: unknown): ErrorCode {
  return SERVICE_CODES.find((code) => code === text) ?? 'unknown'
}
