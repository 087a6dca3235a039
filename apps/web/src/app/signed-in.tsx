import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Outlet, useRouteContext, useRouter } from '@tanstack/react-router'
import { Inbox } from 'lucide-react'
import { lazy, Suspense, useEffect } from 'react'
import { answer, api } from '../lib/api.ts'
import { CurrentPlanContext } from '../lib/current-plan.ts'
import { usePageTitle } from '../lib/page-title.ts'
import { PATHS } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { rememberPlan } from './chosen-plan.ts'
import { Find } from './find.tsx'
import { rolesInWords } from './roles.ts'
import { Shell } from './shell.tsx'

const Bell = lazy(() => import('./bell.tsx'))

/** The frame of those who are signed in, around the plan that they look at. */
export function SignedIn() {
  const { me, plan } = useRouteContext({ from: '/signed-in' })
  const router = useRouter()
  useLiveChanges()
  const signOut = useMutation({
    mutationFn: () => answer(api.DELETE('/sessions/current')),
    // A fresh page: nothing of this person stays in its memory.
    onSuccess: () => window.location.assign(PATHS.signIn),
  })

  async function switchPlan(code: string) {
    rememberPlan(code)
    await router.navigate({ to: PATHS.home })
    await router.invalidate()
  }

  return (
    <CurrentPlanContext value={plan}>
      <Shell
        plan={plan}
        person={{ name: me.name, duty: rolesInWords(me.roles, plan?.code ?? null) }}
        plans={me.plans}
        find={plan && <Find />}
        bell={
          plan && (
            <Suspense>
              <Bell />
            </Suspense>
          )
        }
        onSwitchPlan={switchPlan}
        onSignOut={() => signOut.mutate()}
      >
        {plan ? <Outlet /> : <NoPlan />}
      </Shell>
    </CurrentPlanContext>
  )
}

/** Fetched after the page is there: nobody waits for it. */
function useLiveChanges() {
  const queryClient = useQueryClient()
  useEffect(() => {
    const follow = import('./live.ts').then(({ followChanges }) => followChanges(queryClient))
    // Without its script the screen shows what it was given, and asks again as it always did.
    follow.catch(() => undefined)
    return () => void follow.then((stop) => stop()).catch(() => undefined)
  }, [queryClient])
}

function NoPlan() {
  usePageTitle(m.no_plan_title())
  return (
    <>
      <PageHeader title={m.no_plan_title()} />
      <EmptyState icon={Inbox} title={m.no_plan_text()} />
    </>
  )
}
