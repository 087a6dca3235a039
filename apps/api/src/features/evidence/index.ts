export { addFile as addEvidenceFile } from './add-evidence.ts'
export { evidenceCounts } from './evidence.service.ts'
