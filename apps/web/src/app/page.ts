import { lazyRouteComponent } from '@tanstack/react-router'
import { ApiProblem } from '../lib/api.ts'

/** A page that is fetched when it is wanted. Without a network it says so; the router alone would reload into nothing. */
export function page<Module extends Record<string, unknown>, Name extends keyof Module & string>(
  importPage: () => Promise<Module>,
  name: Name,
) {
  const fetchPage = () =>
    importPage().catch((cause: unknown) => {
      throw navigator.onLine ? cause : new ApiProblem(0, null, cause)
    })
  return lazyRouteComponent(fetchPage, name)
}
