// Every place, in one list. Pages come lazily; what an address may say is typed where the page lives.

import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { PATHS } from '../lib/paths.ts'
import { parseSearch, stringifySearch } from '../lib/search-params.ts'
import { BareFrame } from './bare-frame.tsx'
import { ErrorScreen, NotFoundScreen } from './error-screen.tsx'
import { SignedIn } from './signed-in.tsx'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  notFoundComponent: () => (
    <BareFrame>
      <NotFoundScreen />
    </BareFrame>
  ),
})

const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn })

const home = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.home,
  component: lazyRouteComponent(() => import('../features/home/overview-page.tsx'), 'OverviewPage'),
})

const indicators = createRoute({ getParentRoute: () => signedIn, path: PATHS.indicators })
const tasks = createRoute({ getParentRoute: () => signedIn, path: PATHS.tasks })
const deadlines = createRoute({ getParentRoute: () => signedIn, path: PATHS.deadlines })
const imports = createRoute({ getParentRoute: () => signedIn, path: PATHS.import })

const routeTree = root.addChildren([signedIn.addChildren([home, indicators, tasks, deadlines, imports])])

export function makeRouter(queryClient: QueryClient) {
  const router = createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    // Freshness is the query client's affair.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: ErrorScreen,
    defaultNotFoundComponent: NotFoundScreen,
  })
  router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) focusHeading()
  })
  return router
}

/** After a change of page the reader begins at its heading, not where the last page was left. */
function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
