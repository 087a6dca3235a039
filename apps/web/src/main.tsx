import './ui/tokens.css'
import './ui/base.css'
import './ui/fonts.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createRoot } from 'react-dom/client'
import { makeQueryClient } from './app/query-client.ts'
import { makeRouter } from './app/router.tsx'
import { ApiProblem } from './lib/api.ts'
import { PATHS } from './lib/paths.ts'
import { followSystemTheme } from './lib/theme.ts'
import { getLocale } from './paraglide/runtime.js'
import { installAriaStrings } from './ui/aria-strings.ts'

const locale = getLocale()
installAriaStrings(locale)
followSystemTheme()

const queryClient = makeQueryClient(askToSignIn)
const router = makeRouter(queryClient)

/** An ended session leads to the door, and from there back to this very page. */
function askToSignIn() {
  const { pathname, href } = router.state.location
  if (pathname === PATHS.signIn) return
  void router.navigate({ to: PATHS.signIn, search: { tiep: href === PATHS.home ? undefined : href } })
}

const container = document.getElementById('root')
if (!container) throw new Error('index.html has no #root')
// What the service refused has a screen of its own; only our own faults belong in the console.
const onCaughtError = (error: unknown) => {
  if (!(error instanceof ApiProblem)) console.error(error)
}
createRoot(container, { onCaughtError }).render(
  <StrictMode>
    <I18nProvider locale={locale === 'vi' ? 'vi-VN' : 'en-GB'}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)
