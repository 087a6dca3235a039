import { queryOptions } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { answer, api } from '../../lib/api.ts'

export type Report = Schemas['WardReport']
export type ReportBrief = Schemas['WardReportBrief']
export type ReportDocument = Schemas['ReportDocument']
export type Block = ReportDocument['blocks'][number]
export type Paragraph = Extract<Block, { kind: 'paragraph' }>

export const reportsQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'reports'],
    queryFn: ({ signal }) => answer(api.GET('/plans/{plan}/reports', { params: { path: { plan } }, signal })),
  })

export const reportQuery = (plan: string, id: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'reports', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/reports/{id}', { params: { path: { plan, id } }, signal })),
  })

export const reportChangesQuery = (plan: string, id: string, against: 'previous' | 'now') =>
  queryOptions({
    queryKey: ['plans', plan, 'reports', id, 'changes', against],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/plans/{plan}/reports/{id}/changes', {
          params: { path: { plan, id }, query: { against } },
          signal,
        }),
      ),
  })

export const comparisonQuery = (plan: string, id: string, other: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'reports', id, 'comparison', other],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/plans/{plan}/reports/{id}/comparison', {
          params: { path: { plan, id }, query: { with: other } },
          signal,
        }),
      ),
  })

/** The report of a year that counts: the newest one, and that is the first in the list. */
export function reportOfYear(reports: readonly ReportBrief[], year: number): ReportBrief | undefined {
  return reports.find((report) => report.year === year)
}

export function fileAddress(plan: string, id: string, format: 'docx' | 'xlsx' | 'json'): string {
  return `/api/v1/plans/${plan}/reports/${id}/files/${format}`
}

export function chartAddress(plan: string, { id, etag }: Report, indicator: string): string {
  return `/api/v1/plans/${plan}/reports/${id}/charts/${indicator}?v=${encodeURIComponent(etag.replaceAll('"', ''))}`
}
