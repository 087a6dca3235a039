// An indicator's series, as the chart wants it.

import type { Schemas } from '@tien-do/api-client'
import type { Day } from '@tien-do/domain/day'
import { m } from '../../paraglide/messages.js'
import type { Trend } from '../../ui/charts/trend.ts'
import { rangeInWords, valueInWords, yearInWords } from './figures.ts'
import type { Indicator } from './status.ts'

export function trendOf(indicator: Indicator, series: Schemas['IndicatorSeries']): Trend {
  const { milestone } = indicator
  return {
    points: series.points.flatMap(({ on, value, estimated }) =>
      value === null ? [] : [{ on: on as Day, value, estimated, label: valueInWords(indicator, value) }],
    ),
    targets: series.targets.map(({ on, target }) => ({
      on: on as Day,
      value: target,
      label: m.bar_tick({ year: yearInWords(on), target: valueInWords(indicator, target) }),
    })),
    path: series.path.map(({ on, value }) => ({ on: on as Day, value })),
    forecast:
      series.forecast && milestone
        ? {
            ...series.forecast,
            on: milestone.on as Day,
            label: m.trend_forecast({ range: rangeInWords(indicator, series.forecast) }),
          }
        : null,
    limits: indicator.unit === '%' ? { min: 0, max: 100 } : { min: null, max: null },
  }
}
