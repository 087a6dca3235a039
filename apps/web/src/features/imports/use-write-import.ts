import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Indicator, summaryQuery } from '../indicators/index.ts'
import type { ImportReport } from './import-report.ts'
import { type MovedIndicator, movedIndicators } from './moved-indicators.ts'
import { type ImportOrder, sendImport } from './send-import.ts'

export interface WrittenImport {
  readonly report: ImportReport
  /** Null where it could not be found out: what was written stays written. */
  readonly moved: readonly MovedIndicator[] | null
}

/** Writes the file, has every screen ask anew, and says which indicators moved. */
export function useWriteImport(plan: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (order: Omit<ImportOrder, 'mode'>): Promise<WrittenImport> => {
      const isFigures = order.options.resource === 'measurements'
      const before = isFigures ? await indicatorsNow(queryClient, plan) : null
      const report = await sendImport(plan, { ...order, mode: 'commit' })
      await queryClient.invalidateQueries({ queryKey: ['plans', plan], refetchType: 'none' })
      const after = isFigures ? await indicatorsNow(queryClient, plan) : null
      return { report, moved: before && after && movedIndicators(before, after) }
    },
    // The plan changed since the file was checked: what is shown is checked again.
    onError: () => queryClient.invalidateQueries({ queryKey: ['imports', plan] }),
  })
}

async function indicatorsNow(queryClient: QueryClient, plan: string): Promise<Indicator[] | null> {
  try {
    return (await queryClient.fetchQuery({ ...summaryQuery(plan), staleTime: 0 })).indicators
  } catch {
    return null
  }
}
