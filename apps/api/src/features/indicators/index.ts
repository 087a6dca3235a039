export { readIndicators } from './indicators.service.ts'
export { Indicator, toWire as indicatorToWire } from './indicators.schema.ts'
export type { AssessedIndicator } from './assess-plan.ts'
