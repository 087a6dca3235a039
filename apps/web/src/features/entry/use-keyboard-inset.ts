import { useEffect } from 'react'

/** How much of the page the keyboard of a phone covers, as `--keyboard`: the bar stands above it. */
export function useKeyboardInset(): void {
  useEffect(() => {
    const view = window.visualViewport
    if (!view) return
    const root = document.documentElement
    const tell = () => {
      const covered = Math.max(0, window.innerHeight - view.height - view.offsetTop)
      root.style.setProperty('--keyboard', `${Math.round(covered)}px`)
    }
    view.addEventListener('resize', tell)
    view.addEventListener('scroll', tell)
    return () => {
      view.removeEventListener('resize', tell)
      view.removeEventListener('scroll', tell)
      root.style.removeProperty('--keyboard')
    }
  }, [])
}
