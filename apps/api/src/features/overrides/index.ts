export { listOverrides } from './overrides.repo.ts'
export { overrideStatus } from './overrides.service.ts'
