import type { Task } from './task-words.ts'

/** A task that nobody leads yet and that has no work this year. */
export const TASK: Task = {
  code: 'NV-01',
  ref: 'III.1',
  name: 'Rà soát',
  nameEn: 'Review',
  text: 'Rà soát',
  role: 'leads',
  kind: 'one_off',
  lead: null,
  proposedLead: null,
  coordinating: [],
  stated: { lead: null, coordinating: [] },
  assigned: false,
  indicators: [],
  evidence: null,
  subItems: [],
  work: {
    year: 2026,
    state: 'not_started',
    progress: null,
    counts: { not_started: 0, in_progress: 0, done: 0, paused: 0, cancelled: 0, continuous: 0 },
    lateness: {
      worst: null,
      days: 0,
      onTime: 0,
      noDueDate: 0,
      late: { days_1_29: 0, days_30_59: 0, days_60_plus: 0 },
    },
    outputs: [],
    clarity: [],
    result: null,
    resultEtag: '"0"',
  },
  etag: '"0"',
  allowedActions: [],
}
