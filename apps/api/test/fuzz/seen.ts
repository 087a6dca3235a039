// What the house holds, by the name of the field it was seen in: codes, ids, days, years that a request can mean.
import { API, type Harness } from '../harness.ts'
import type { Route } from '../routes.ts'
import type { Seen } from './arbitrary.ts'

const KNOWN: Readonly<Record<string, readonly unknown[]>> = {
  plan: ['chanh-lo-hts'],
  year: [2024, 2025, 2026, 2027],
  on: ['2025-11-14', '2026-10-31', '2026-11-14', '2026-11-20'],
  asOf: ['2025-12-31', '2026-11-20'],
}
const MOST = 40

/** Reads every list that a coordinator may read, and files what is in it under its names. */
export async function whatIsSeen(house: Harness, routes: readonly Route[], cookie: string): Promise<Seen> {
  const seen = new Map<string, Set<unknown>>(Object.entries(KNOWN).map(([name, all]) => [name, new Set(all)]))
  for (const { path, method } of routes) {
    const known = path.replace('{plan}', 'chanh-lo-hts').replace('{year}', '2026')
    if (method !== 'GET' || known.includes('{') || known.includes('/events')) continue
    const answer = await house.app.inject({ method: 'GET', url: `${API}${known}`, headers: { cookie } })
    const isJson = String(answer.headers['content-type']).includes('json')
    if (answer.statusCode === 200 && isJson) file(answer.json(), ofPath(path), seen)
  }
  for (const name of ['indicator', 'task', 'area', 'department', 'code'])
    seen.set(name, new Set([...(seen.get(name) ?? []), ...(seen.get(`${name}.code`) ?? [])]))
  return new Map([...seen].map(([name, all]) => [name, [...all].slice(0, MOST)]))
}

function file(value: unknown, name: string, seen: Map<string, Set<unknown>>): void {
  if (Array.isArray(value)) for (const item of value) file(item, singular(name), seen)
  else if (typeof value === 'object' && value !== null)
    for (const [its, member] of Object.entries(value)) {
      file(member, its === 'items' ? name : its, seen)
      if (its === 'code' || its === 'id') file(member, `${name}.${its}`, seen)
    }
  else if (value !== null && name !== '') seen.set(name, (seen.get(name) ?? new Set()).add(value))
}

/** `/plans/{plan}/tasks/{code}` speaks of a task: that is under which name its codes are filed. */
export function ofPath(path: string): string {
  return singular(path.split('/').findLast((part) => part !== '' && !part.startsWith('{')) ?? '')
}

function singular(name: string): string {
  return name.endsWith('s') ? name.slice(0, -1) : name
}
