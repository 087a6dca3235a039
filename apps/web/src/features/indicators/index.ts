// The door: what other features may show of indicators.

export { shownValue } from './figures.ts'
export { IndicatorGroups } from './indicator-groups.tsx'
export { IndicatorRow } from './indicator-row.tsx'
export { IndicatorStatus } from './indicator-status.tsx'
export { nameOf } from './names.ts'
export { indicatorQuery, seriesQuery, summaryQuery } from './queries.ts'
export { reasonSentence } from './reason-sentence.ts'
export {
  type Indicator,
  STATUS_GROUP_KEYS,
  STATUS_GROUPS,
  type StatusGroupKey,
  statusInWords,
  toneOf,
} from './status.ts'
export { trendOf } from './trend-of.ts'
