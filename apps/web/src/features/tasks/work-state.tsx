import { StatusChip } from '../../ui/status-chip.tsx'
import { type SubTask, standing } from './work-words.ts'

/** How a piece of work stands, in one chip. */
export function WorkState({ work }: { work: Pick<SubTask, 'state' | 'completion' | 'lateness'> }) {
  const { tone, words } = standing(work)
  return <StatusChip tone={tone}>{words}</StatusChip>
}
