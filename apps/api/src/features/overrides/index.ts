export { listOverrides } from './overrides.repo.ts'
