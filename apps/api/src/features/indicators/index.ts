export { Indicator, toWire as indicatorToWire } from './indicators.schema.ts'
export { readIndicators } from './indicators.service.ts'
