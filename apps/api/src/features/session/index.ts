export { openAccounts } from './accounts.repo.ts'
export { recogniser } from './recognise.ts'
