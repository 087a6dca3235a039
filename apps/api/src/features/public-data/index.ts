// What the citizens' page shows: the same reading as the public data, and the same fields.
export {
  getPublicState,
  listPublicStates,
  type PublicReading,
  readPublic,
  readPublicDeadlines,
  readPublicReports,
} from './read-public.ts'
export { indicatorToPublic, planToPublic, reportToPublic } from './to-wire.ts'
