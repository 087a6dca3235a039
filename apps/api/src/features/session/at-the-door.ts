// What both ways in have in common: who comes, and why they are turned away.
import { AppError } from '../../core/errors.ts'

interface Comes {
  readonly ip: string
  readonly headers: { readonly 'user-agent'?: string | undefined }
}

export const clientOf = ({ ip, headers }: Comes) => ({ ip, userAgent: headers['user-agent'] ?? '' })

type TurnedAway =
  | { readonly outcome: 'wait'; readonly seconds: number }
  | { readonly outcome: 'wrong-credentials' | 'code-required' | 'wrong-code' }

export function refusalOf(said: TurnedAway): AppError {
  return said.outcome === 'wait'
    ? new AppError('session.delayed', { headers: { 'retry-after': String(said.seconds) } })
    : new AppError(`session.${said.outcome}`)
}
