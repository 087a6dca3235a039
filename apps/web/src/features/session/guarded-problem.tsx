import { ApiProblem } from '../../lib/api.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { ProveAgain } from './prove-again.tsx'

/** Why it was refused, of an act that may ask for the password again: it can be given right there. */
export function GuardedProblem({ error }: { error: unknown }) {
  const owesProof = error instanceof ApiProblem && error.code === 'session.proof-required'
  return owesProof ? <ProveAgain /> : <ProblemNotice error={error} />
}
