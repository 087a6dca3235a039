// One set of options for the message compiler, so that the script and the dev server write the same modules.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CompilerOptions } from '@inlang/paraglide-js'

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

const settings: {
  locales: string[]
  'plugin.inlang.messageFormat': { pathPattern: string[] }
} = JSON.parse(readFileSync(here('project.inlang/settings.json'), 'utf8'))

export const LOCALES = settings.locales

/** The words of a language, from all of its files; a word that stands in two of them is an error. */
export function messagesIn(locale: string): Record<string, unknown> {
  const all: Record<string, unknown> = {}
  for (const pattern of settings['plugin.inlang.messageFormat'].pathPattern) {
    const file = pattern.replace('{locale}', locale)
    for (const [key, message] of Object.entries(JSON.parse(readFileSync(here(file), 'utf8')))) {
      if (key in all) throw new Error(`${file}: ${key} stands in another file too`)
      all[key] = message
    }
  }
  return all
}

export const messageOptions: CompilerOptions = {
  project: here('project.inlang'),
  outdir: here('src/paraglide'),
  strategy: ['localStorage', 'baseLocale'],
  localStorageKey: 'tien-do.lang',
  isServer: 'false',
  emitTsDeclarations: true,
  emitReadme: false,
  emitPrettierIgnore: false,
}
