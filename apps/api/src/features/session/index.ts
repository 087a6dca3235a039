export { openAccounts } from './accounts.repo.ts'
export { recogniser } from './recognise.ts'
export { findProvedAt } from './sessions.repo.ts'
