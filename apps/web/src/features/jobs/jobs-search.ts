import type { JobState } from './queries.ts'

/** Which jobs the page shows: `?trangthai=hong`; all of them without it. */
export interface JobsSearch {
  trangthai?: 'hong' | 'cho' | undefined
}

export const STATE_OF: Record<NonNullable<JobsSearch['trangthai']>, JobState> = {
  hong: 'failed',
  cho: 'waiting',
}

export function readJobsSearch({ trangthai }: Record<string, unknown>): JobsSearch {
  return { trangthai: trangthai === 'hong' || trangthai === 'cho' ? trangthai : undefined }
}
