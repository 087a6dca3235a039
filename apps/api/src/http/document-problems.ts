import { Problem, ref } from './shapes.ts'

/** Adds the problems that a route may answer with to what it says of its answers. */
export function documentProblems(response: Record<string, unknown>, statuses: readonly number[]): void {
  for (const status of statuses) {
    response[status] ??= {
      description: 'Problem',
      content: { 'application/problem+json': { schema: ref(Problem) } },
    }
  }
}
