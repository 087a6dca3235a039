// What other features may ask of periods.

export { refuseDeciding, refuseWriting } from './periods.service.ts'
