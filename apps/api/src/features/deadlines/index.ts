export { Deadline, toWire as deadlineToWire } from './deadlines.schema.ts'
