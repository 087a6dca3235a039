import { type Action, type Actor, can, type Refusal, type Subject } from '@tien-do/domain/permission'
import { AppError, type ErrorCode } from './errors.ts'

// What lies in another department is said not to exist, rather than to be forbidden, only where it is read;
// whoever may read it all is told plainly that the act is not theirs.
const CODES: Record<Refusal, ErrorCode> = {
  scope: 'permission.refused',
  role: 'permission.refused',
  department: 'permission.refused',
  own_entry: 'permission.own-entry',
}

/** Throws unless the actor may do this to that. */
export function authorize(actor: Actor, action: Action, subject: Subject): void {
  const decision = can(actor, action, subject)
  if (!decision.allowed)
    throw new AppError(CODES[decision.because], { members: { because: decision.because } })
}
