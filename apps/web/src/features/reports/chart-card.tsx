import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { TrendChart } from '../../ui/charts/trend-chart.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { indicatorQuery, nameOf, seriesQuery, summaryQuery, trendOf } from '../indicators/index.ts'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { pngOf } from './png-of.ts'
import type { Report } from './queries.ts'
import styles from './reports.module.css'
import { useReportAct } from './use-report-acts.ts'

/** The sections that charts stand behind: that of the indicators. */
const CHART_SECTION = 'chi-tieu'

/** Charts in the report, and the way to put one in: the chart of the indicator's page, as a picture. */
export function ChartCard({ plan, report }: { plan: string; report: Report }) {
  const [isOpen, setOpen] = useState(false)
  const act = useReportAct(plan, report)
  return (
    <Card title={m.ward_report_charts()}>
      <div className={styles.stack}>
        {report.charts.map(({ indicator }) => (
          <span key={indicator} className={styles.buttons}>
            {indicator}
            <Button
              size="small"
              look="quiet"
              onPress={() => act.mutate({ act: 'remove-chart', code: indicator })}
            >
              {m.ward_report_chart_remove()}
            </Button>
          </span>
        ))}
        <Button size="small" onPress={() => setOpen(true)}>
          {m.ward_report_chart_insert()}
        </Button>
        <Dialog
          title={m.ward_report_chart_insert()}
          closeLabel={m.ward_report_cancel()}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
        >
          <ChooseChart plan={plan} act={act} onDone={() => setOpen(false)} />
        </Dialog>
      </div>
    </Card>
  )
}

interface ChooseChartProps {
  plan: string
  act: ReturnType<typeof useReportAct>
  onDone: () => void
}

function ChooseChart({ plan, act, onDone }: ChooseChartProps) {
  const summary = useQuery(summaryQuery(plan))
  const measured = summary.data?.indicators.filter(({ measure }) => measure !== 'qualitative') ?? []
  const [chosen, choose] = useState<string | null>(null)
  const code = chosen ?? measured[0]?.code ?? ''
  const indicator = useQuery({ ...indicatorQuery(plan, code), enabled: code !== '' })
  const series = useQuery({ ...seriesQuery(plan, code), enabled: code !== '' })
  const box = useRef<HTMLDivElement>(null)
  async function insert() {
    const svg = box.current?.querySelector<SVGSVGElement>('svg[role=img]')
    if (!svg) return
    const png = await pngOf(svg)
    act.mutate({ act: 'chart', code, chart: { section: CHART_SECTION, png } }, { onSuccess: onDone })
  }
  return (
    <div className={styles.stack}>
      {act.isError && <ProblemNotice error={act.error} />}
      <Select
        label={m.ward_report_chart_of()}
        value={code}
        options={measured.map((each) => ({ value: each.code, label: `${each.code} · ${nameOf(each)}` }))}
        onChange={choose}
      />
      <div ref={box} className={styles.chartPreview}>
        {indicator.data && series.data && (
          <TrendChart
            title={nameOf(indicator.data)}
            description={nameOf(indicator.data)}
            keyWords={{
              measured: m.trend_measured(),
              estimated: m.trend_estimated(),
              target: m.trend_target(),
              path: m.trend_path(),
              forecast: m.trend_forecast_key(),
            }}
            trend={trendOf(indicator.data, series.data)}
            formatTick={(value) => `${formatNumber(value, 1)}${indicator.data.unit === '%' ? '%' : ''}`}
          />
        )}
      </div>
      <Button
        look="primary"
        isPending={act.isPending}
        isDisabled={!indicator.data || !series.data}
        onPress={insert}
      >
        {m.ward_report_chart_put()}
      </Button>
    </div>
  )
}
