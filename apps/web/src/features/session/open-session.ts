import { answer, api } from '../../lib/api.ts'

export interface Credentials {
  email: string
  password: string
  code?: string
}

/** Signs in: the browser keeps the cookie. */
export function openSession(body: Credentials): Promise<unknown> {
  return answer(api.POST('/sessions', { body }))
}
