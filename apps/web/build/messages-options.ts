// One set of options for the message compiler, so that the script and the dev server write the same modules.

import { fileURLToPath } from 'node:url'
import type { CompilerOptions } from '@inlang/paraglide-js'

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

export const MESSAGE_FILES = { vi: here('messages/vi.json'), en: here('messages/en.json') }

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
