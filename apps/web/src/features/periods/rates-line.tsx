import type { Schemas } from '@tien-do/api-client'
import { formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import styles from './periods.module.css'

const PERCENT = 100

/** "Đã nhận 6/8 (75%) · đúng hạn 5/8 (62,5%)", from the numbers of the service. */
export function RatesLine({ rates }: { rates: Schemas['ReportRates'] }) {
  const { expected, received, onTime, reportingRate, onTimeRate } = rates
  if (reportingRate === null || onTimeRate === null) return <p className={styles.rates}>{m.rates_nobody()}</p>
  const percent = (share: number) => formatNumber(share * PERCENT, 1)
  return (
    <p className={styles.rates}>
      <span>{m.rates_received({ received, expected, percent: percent(reportingRate) })}</span>
      <span>{m.rates_on_time({ onTime, expected, percent: percent(onTimeRate) })}</span>
    </p>
  )
}
