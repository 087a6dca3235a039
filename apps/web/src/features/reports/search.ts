// What the addresses of reports may say: which version of a year's report, and which year to compare with.

import { type RawSearch, textOf } from '../../lib/search-params.ts'

export interface ReportSearch {
  /** An older version, by its identity; absent: the one that counts. */
  ban?: string | undefined
}

export function readReportSearch(raw: RawSearch): ReportSearch {
  return { ban: textOf(raw.ban) }
}

export interface ComparisonSearch {
  voi?: string | undefined
}

export function readComparisonSearch(raw: RawSearch): ComparisonSearch {
  return { voi: textOf(raw.voi) }
}
