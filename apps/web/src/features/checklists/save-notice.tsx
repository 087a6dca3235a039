import { m } from '../../paraglide/messages.js'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import type { useSaveItems } from './use-save-items.ts'

const FAULTS: Readonly<Record<string, () => string>> = {
  future_day: m.checklist_fault_future,
  before_item: m.checklist_fault_before,
  after_item: m.checklist_fault_after,
  period_reversed: m.checklist_fault_reversed,
  since_missing: m.checklist_fault_since,
  required: m.field_required,
  duplicate_key: m.checklist_fault_twice,
}

/** What of the last save was not written, item by item, and what to do; what was written needs no words but "saved". */
export function SaveNotice({ save }: { save: ReturnType<typeof useSaveItems> }) {
  if (save.isError) return <ProblemNotice error={save.error} />
  const conflicts = save.data?.filter(({ outcome }) => outcome === 'conflict') ?? []
  const rejected = save.data?.filter(({ outcome }) => outcome === 'rejected') ?? []
  return (
    <>
      {conflicts.length > 0 && (
        <Notice kind="warning" live="alert" title={m.checklist_conflict({ count: conflicts.length })}>
          {conflicts.map(({ item }) => item?.name).join(', ')}
        </Notice>
      )}
      {rejected.length > 0 && (
        <Notice kind="error" live="alert" title={m.checklist_rejected({ count: rejected.length })}>
          <ul>
            {rejected.map(({ index, faults }) => (
              <li key={index}>
                {save.variables?.[index]?.name ?? save.variables?.[index]?.code}:{' '}
                {faults.map(({ code }) => FAULTS[code]?.() ?? code).join(', ')}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
