// `pnpm test:faults`: the same suites as among the other tests, with many random rounds (ROUNDS, 30 unless told).
import { defineConfig, mergeConfig } from 'vitest/config'
import config from './vitest.config.ts'

const ofFaults = mergeConfig(
  config,
  defineConfig({
    test: { env: { ROUNDS: process.env.ROUNDS ?? '30' }, fileParallelism: false },
  }),
)

export default {
  ...ofFaults,
  test: {
    ...ofFaults.test,
    exclude: [],
    include: [
      'test/faults/*.test.ts',
      'test/{embedded,outage,ending,races,migrations,first-run,jobs,deadlines-in-zones}.test.ts',
    ],
  },
}
