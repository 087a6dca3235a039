import { useEffect } from 'react'
import { m } from '../paraglide/messages.js'

/** What the tab and the screen reader call this page. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${m.app_name()}`
  }, [title])
}
