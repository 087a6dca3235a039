import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'api',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // It needs a small file system of its own to fill, and waits for the watchdog: `pnpm test:faults` runs it.
    exclude: ['test/faults/disk-full.test.ts'],
    globalSetup: './test/postgres.ts',
    // The machine has two cores, and Postgres wants one.
    maxWorkers: 2,
    // Every file has a service and a database of its own; reading the modules anew for each would be half of the time.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
