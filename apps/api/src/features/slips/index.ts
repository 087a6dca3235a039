export { issueSlip } from './issue-slip.ts'
export { answerSlip, openSlip } from './open-slip.ts'
