// Runs before the first paint, so that neither the theme nor the language flickers. A classic script: modules come too late.
;(() => {
  const root = document.documentElement
  const dark = matchMedia('(prefers-color-scheme: dark)')
  let stored = { theme: null, lang: null }
  try {
    stored = { theme: localStorage.getItem('tien-do.theme'), lang: localStorage.getItem('tien-do.lang') }
  } catch {
    // Storage is closed to us: the system's theme and Vietnamese.
  }
  root.dataset.theme =
    stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : dark.matches ? 'dark' : 'light'
  if (stored.lang === 'en') root.lang = 'en'
})()
