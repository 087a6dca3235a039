import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { chooseTheme, storedTheme, THEMES, type Theme } from '../lib/theme.ts'
import { m } from '../paraglide/messages.js'
import { getLocale, setLocale } from '../paraglide/runtime.js'
import { Segmented } from '../ui/segmented.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'

const THEME_ICON = { system: Monitor, light: Sun, dark: Moon }
const THEME_NAME = { system: m.theme_system, light: m.theme_light, dark: m.theme_dark }

export function ThemeSwitch() {
  const [theme, setTheme] = useState(storedTheme)

  function choose(next: Theme) {
    setTheme(next)
    chooseTheme(next)
  }

  const options = THEMES.map((value) => {
    const Icon = THEME_ICON[value]
    return {
      value,
      label: (
        <>
          <Icon aria-hidden /> <VisuallyHidden>{THEME_NAME[value]()}</VisuallyHidden>
        </>
      ),
    }
  })
  return <Segmented legend={m.theme_legend()} value={theme} options={options} onChange={choose} />
}

/** Each language in its own words; the page starts anew in the other one. */
export function LanguageSwitch() {
  return (
    <Segmented
      legend={m.language_legend()}
      value={getLocale()}
      options={[
        { value: 'vi', label: <span lang="vi">Tiếng Việt</span> },
        { value: 'en', label: <span lang="en">English</span> },
      ]}
      onChange={(locale) => setLocale(locale)}
    />
  )
}
