export { addFile as addEvidenceFile } from './add-evidence.ts'
export { evidencedCodes } from './evidence.service.ts'
