import { paraglideVitePlugin } from '@inlang/paraglide-js'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { leaveOutAriaDictionaries } from './build/aria-strings.ts'
import { layerOrder } from './build/layer-order.ts'
import { messageOptions } from './build/messages-options.ts'
import { precompress } from './build/precompress.ts'

/** Old office PCs stop at Chrome 109. */
const BROWSERS = ['chrome109', 'firefox115', 'safari15.6']

export default defineConfig(({ command }) => ({
  plugins: [
    // The build compiles its messages first, in a process of its own (package.json), and fails when one is missing.
    command === 'serve' && !process.env.VITEST && paraglideVitePlugin(messageOptions),
    layerOrder(),
    leaveOutAriaDictionaries(),
    react(),
    precompress(),
  ],
  build: {
    target: BROWSERS,
    // Everything is a file of its own: the policy allows no data: fonts and no inline script.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  // The policy that the server sends, so that the built page can be looked at under it.
  preview: {
    proxy: { '/api': 'http://127.0.0.1:3000' },
    headers: {
      'Content-Security-Policy':
        "default-src 'self'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:",
    },
  },
}))
