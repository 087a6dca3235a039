import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { layerOrder } from './build/layer-order.ts'

/** Debian's Chromium, or the one that the machine names. */
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [layerOrder(), react()],
        // All that the app and its tests import, found before the first test: what is found later reloads the page.
        optimizeDeps: { entries: ['src/main.tsx', 'src/**/*.test.{ts,tsx}'], include: ['axe-core'] },
        test: {
          name: 'web-screen',
          include: ['src/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath,
                args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      { test: { name: 'web-build', include: ['test/**/*.test.ts'], environment: 'node' } },
    ],
  },
})
