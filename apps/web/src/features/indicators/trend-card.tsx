import type { Schemas } from '@tien-do/api-client'
import { ChartNoAxesCombined } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { ABSENT, formatDay, formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { shownValue, valueInWords } from './figures.ts'
import styles from './indicator-page.module.css'
import { nameOf } from './names.ts'
import type { IndicatorDetail } from './status.ts'
import { trendOf } from './trend-of.ts'

const TrendChart = lazy(async () => ({
  default: (await import('../../ui/charts/trend-chart.tsx')).TrendChart,
}))

type Series = Schemas['IndicatorSeries']
type Point = Series['points'][number]

/** The course of the figures against the plan, drawn and, beside it, written. */
export function TrendCard({ indicator, series }: { indicator: IndicatorDetail; series: Series }) {
  if (series.points.length === 0 && series.targets.length === 0) {
    return (
      <Card title={m.trend_title()}>
        <EmptyState icon={ChartNoAxesCombined} title={m.trend_none()} />
      </Card>
    )
  }
  return (
    <Card title={m.trend_title()} flush>
      <div className={styles.trend}>
        <div className={styles.chart}>
          <Suspense fallback={<div className={styles.chartToCome} />}>
            <TrendChart
              title={m.trend_label({ name: nameOf(indicator), value: shownValue(indicator) })}
              description={m.trend_description({
                points: series.points.length,
                targets: series.targets.length,
              })}
              keyWords={{
                measured: m.trend_measured(),
                estimated: m.trend_estimated(),
                target: m.trend_target(),
                path: m.trend_path(),
                forecast: m.trend_forecast_key(),
              }}
              trend={trendOf(indicator, series)}
              formatTick={(value) => `${formatNumber(value, 1)}${indicator.unit === '%' ? '%' : ''}`}
            />
          </Suspense>
        </div>
        <div className={styles.figures}>
          {series.points.length === 0 ? (
            <p className={styles.quiet}>{m.trend_none()}</p>
          ) : (
            <Table
              caption={m.trend_table()}
              columns={columnsFor(indicator, series)}
              rows={[...series.points].reverse()}
              rowKey={({ on }) => on}
              onPhone="scroll"
            />
          )}
        </div>
      </div>
    </Card>
  )
}

function columnsFor(indicator: IndicatorDetail, series: Series): readonly Column<Point>[] {
  const columns: Column<Point>[] = [
    { key: 'on', header: m.column_on(), rowHeader: true, cell: ({ on }) => formatDay(on) },
    {
      key: 'value',
      header: m.column_value(),
      number: true,
      cell: ({ value, estimated }) => {
        const words = value === null ? ABSENT : valueInWords(indicator, value)
        return estimated ? `${words} (${m.figure_estimated()})` : words
      },
    },
  ]
  if (series.points.some(({ denominator }) => denominator !== null)) {
    columns.push({
      key: 'counted',
      header: m.column_counted(),
      number: true,
      cell: ({ numerator, denominator }) =>
        numerator === null || denominator === null
          ? ABSENT
          : `${formatNumber(numerator, 0)} / ${formatNumber(denominator, 0)}`,
    })
  }
  if (series.points.some(({ coverage }) => coverage !== null)) {
    columns.push({
      key: 'areas',
      header: m.column_areas(),
      number: true,
      cell: ({ coverage }) => (coverage ? `${coverage.reported}/${coverage.expected}` : ABSENT),
    })
  }
  return columns
}
