// The one client. Revalidation by ETag is the browser's own; what the service refuses is thrown as an ApiProblem.

import { createApiClient, type Schemas } from '@tien-do/api-client'
import type { ErrorCode } from './error-codes.ts'

type Problem = Schemas['Problem']
export type ApiFault = NonNullable<Problem['errors']>[number]

export const api = createApiClient({ baseUrl: '/api/v1' })

export class ApiProblem extends Error {
  /** 0 where there was no answer at all. */
  readonly status: number
  readonly code: ErrorCode
  readonly requestId: string | null
  readonly faults: readonly ApiFault[]
  /** The whole answer: some problems carry more (an import's report, what is stored now). */
  readonly problem: Problem | null

  constructor(status: number, problem: Problem | null, cause?: unknown) {
    const code = status === 0 ? 'network.unreachable' : (problem?.code ?? 'unknown')
    super(code, { cause })
    this.name = 'ApiProblem'
    this.status = status
    this.code = code
    this.requestId = problem?.requestId ?? null
    this.faults = problem?.errors ?? []
    this.problem = problem
  }
}

interface Exchange<Data> {
  data?: Data
  error?: unknown
  response: Response
}

/** What the service answers, or an ApiProblem: `answer(api.GET('/me', { signal }))`. */
export async function answer<Data>(call: Promise<Exchange<Data>>): Promise<Data> {
  let exchange: Exchange<Data>
  try {
    exchange = await call
  } catch (cause) {
    // A question that nobody waits for any more is no failure.
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiProblem(0, null, cause)
  }
  const { data, error, response } = exchange
  if (!response.ok) throw new ApiProblem(response.status, isProblem(error) ? error : null)
  return data as Data
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'requestId' in body
}
