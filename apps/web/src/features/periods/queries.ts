import { queryOptions } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { answer, api } from '../../lib/api.ts'

export type Period = Schemas['Period']
export type PeriodAllowance = Schemas['PeriodAllowance']
export type ReportBrief = Schemas['DepartmentReportBrief']
export type DepartmentReport = Schemas['DepartmentReport']
export type ReportReturnNote = Schemas['ReportReturnNote']

export const periodsQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'periods'],
    queryFn: ({ signal }) => answer(api.GET('/plans/{plan}/periods', { params: { path: { plan } }, signal })),
  })

export const proposalQuery = (plan: string, year: number) =>
  queryOptions({
    queryKey: ['plans', plan, 'periods', year, 'proposal'],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/periods/{year}/proposal', { params: { path: { plan, year } }, signal })),
  })

/** What was sent to whom, newest first. */
export const sentQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'reminders'],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/reminders', { params: { path: { plan } }, signal })),
  })

export const boardQuery = (plan: string, year: number) =>
  queryOptions({
    queryKey: ['plans', plan, 'periods', year, 'reports'],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/periods/{year}/reports', { params: { path: { plan, year } }, signal })),
  })

export const reportQuery = (plan: string, year: number, department: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'periods', year, 'reports', department],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/plans/{plan}/periods/{year}/reports/{department}', {
          params: { path: { plan, year, department } },
          signal,
        }),
      ),
  })
