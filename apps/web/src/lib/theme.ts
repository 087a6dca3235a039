// Light, dark, or as the machine is set. The choice is this browser's own; before-paint.js applies it before the first paint.

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const STORAGE_KEY = 'tien-do.theme'
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')

export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(STORAGE_KEY)
    return THEMES.find((theme) => theme === stored) ?? 'system'
  } catch {
    return 'system'
  }
}

export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(STORAGE_KEY, theme)
  } catch {
    // Storage is closed to us: the choice holds for this page only.
  }
  apply(theme)
}

/** Follows the machine from day to night while the page is open. */
export function followSystemTheme(): void {
  prefersDark.addEventListener('change', () => apply(storedTheme()))
}

function apply(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && prefersDark.matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
}
