// What others may ask of jobs.
export { countFailedJobs } from './jobs.repo.ts'
