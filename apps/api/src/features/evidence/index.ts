export { evidenceCounts } from './evidence.service.ts'
