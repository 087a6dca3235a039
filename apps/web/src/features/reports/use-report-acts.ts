// What a person does with a report. One after the other: each act needs the version that the one before it left.
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { answer, api } from '../../lib/api.ts'
import { putAnswer } from '../../lib/put-answer.ts'
import { type Report, type ReportBrief, reportQuery } from './queries.ts'

export type ReportAct =
  | { act: 'submit' | 'approve' | 'send' | 'refresh' }
  | { act: 'return'; reason: string }
  | { act: 'issue'; issuing: Schemas['Issuing'] }
  | { act: 'chart'; code: string; chart: Schemas['NewReportChart'] }
  | { act: 'remove-chart'; code: string }

function latestEtag(client: QueryClient, plan: string, report: ReportBrief): string {
  return client.getQueryData(reportQuery(plan, report.id).queryKey)?.etag ?? report.etag
}

function run(plan: string, id: string, etag: string, act: ReportAct): Promise<ReportBrief> {
  const path = { plan, id }
  const params = { path, header: { 'if-match': etag } }
  switch (act.act) {
    case 'submit':
      return answer(api.POST('/plans/{plan}/reports/{id}/submit', { params }))
    case 'approve':
      return answer(api.POST('/plans/{plan}/reports/{id}/approve', { params }))
    case 'send':
      return answer(api.POST('/plans/{plan}/reports/{id}/send', { params }))
    case 'refresh':
      return answer(api.POST('/plans/{plan}/reports/{id}/refresh', { params, body: {} }))
    case 'return':
      return answer(api.POST('/plans/{plan}/reports/{id}/return', { params, body: { reason: act.reason } }))
    case 'issue':
      return answer(api.POST('/plans/{plan}/reports/{id}/issue', { params, body: act.issuing }))
    case 'chart':
      return answer(
        api.PUT('/plans/{plan}/reports/{id}/charts/{code}', {
          params: { ...params, path: { ...path, code: act.code } },
          body: act.chart,
        }),
      )
    case 'remove-chart':
      return answer(
        api.DELETE('/plans/{plan}/reports/{id}/charts/{code}', {
          params: { ...params, path: { ...path, code: act.code } },
        }),
      )
  }
}

export function useReportAct(plan: string, report: ReportBrief) {
  const client = useQueryClient()
  return useMutation({
    scope: { id: `report ${report.id}` },
    mutationFn: (act: ReportAct) => run(plan, report.id, latestEtag(client, plan, report), act),
    // Also where it was refused: somebody else may have moved it.
    onSettled: () => client.invalidateQueries({ queryKey: ['plans', plan, 'reports'] }),
  })
}

/** Changes the draft; what comes back is the whole report as it reads now. */
export function useReportEdit(plan: string, report: ReportBrief) {
  const client = useQueryClient()
  return useMutation({
    scope: { id: `report ${report.id}` },
    mutationFn: (change: Schemas['WardReportChange']): Promise<Report> =>
      answer(
        api.PATCH('/plans/{plan}/reports/{id}', {
          params: {
            path: { plan, id: report.id },
            header: { 'if-match': latestEtag(client, plan, report) },
          },
          body: change,
        }),
      ),
    onSuccess: (fresh) => putAnswer(client, reportQuery(plan, report.id).queryKey, fresh),
    onError: () => client.invalidateQueries({ queryKey: reportQuery(plan, report.id).queryKey }),
  })
}

export function useDraftReport(plan: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['NewWardReport']) =>
      answer(api.POST('/plans/{plan}/reports', { params: { path: { plan } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: ['plans', plan, 'reports'] }),
  })
}
