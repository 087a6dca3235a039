// React Aria carries its words in 34 languages, none of them Vietnamese. We give it ours (src/ui/aria-strings.ts)
// and leave its dictionaries out of the bundle.

import type { Plugin } from 'vite'

export function leaveOutAriaDictionaries(): Plugin {
  return {
    name: 'leave-out-aria-dictionaries',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /react-(?:aria|stately|aria-components)\/dist\/.*\/intlStrings\.mjs$/ },
      handler: () => ({ code: 'export default {}\n', map: null }),
    },
  }
}
