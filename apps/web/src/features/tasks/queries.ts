import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

/** The tasks of the plan with their work of a year: this one where none is named. */
export const tasksQuery = (plan: string, year?: number) =>
  queryOptions({
    queryKey: year === undefined ? ['plans', plan, 'tasks'] : ['plans', plan, 'tasks', year],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/plans/{plan}/tasks', {
          params: { path: { plan }, query: year === undefined ? {} : { year } },
          signal,
        }),
      ),
  })

export interface SubTaskFilter {
  year?: number
  task?: string
  department?: string
}

export const subTasksQuery = (plan: string, filter: SubTaskFilter) =>
  queryOptions({
    queryKey: ['plans', plan, 'sub-tasks', filter],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/sub-tasks', { params: { path: { plan }, query: filter }, signal })),
  })

export const taskUpdatesQuery = (plan: string, code: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'task-updates', code],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/tasks/{code}/updates', { params: { path: { plan, code } }, signal })),
  })

export const taskAssignmentsQuery = (plan: string, code: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'task-assignments', code],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/tasks/{code}/assignments', { params: { path: { plan, code } }, signal })),
  })

export const yearlyPlansQuery = (plan: string, year: number) =>
  queryOptions({
    queryKey: ['plans', plan, 'yearly-plans', year],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/yearly-plans/{year}', { params: { path: { plan, year } }, signal })),
  })

export const responsibilitiesQuery = (plan: string, year: number) =>
  queryOptions({
    queryKey: ['plans', plan, 'responsibilities', year],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/plans/{plan}/responsibilities', { params: { path: { plan }, query: { year } }, signal }),
      ),
  })
