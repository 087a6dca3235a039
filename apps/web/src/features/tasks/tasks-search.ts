// What the address of the list may say: `/nhiem-vu?phan-cong=chua` shows the tasks that nobody leads yet.

import { oneOf, type RawSearch } from '../../lib/search-params.ts'

const ASSIGNMENTS = ['chua'] as const

export interface TasksSearch {
  'phan-cong'?: (typeof ASSIGNMENTS)[number] | undefined
}

export function readTasksSearch(raw: RawSearch): TasksSearch {
  return { 'phan-cong': oneOf(ASSIGNMENTS, raw['phan-cong']) }
}
