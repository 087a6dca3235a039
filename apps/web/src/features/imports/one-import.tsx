import { useQuery } from '@tanstack/react-query'
import type { ImportResource } from '@tien-do/domain/import-options'
import { useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { ImportActions } from './import-actions.tsx'
import { careful, type ImportOptions } from './import-options.ts'
import { ImportPreview } from './import-preview.tsx'
import { ImportProblem } from './import-problem.tsx'
import { ImportResult } from './import-result.tsx'
import type { ImportSource } from './import-source.ts'
import styles from './imports.module.css'
import { checkQuery } from './queries.ts'
import { SourceLine } from './source-line.tsx'
import { useWriteImport } from './use-write-import.ts'

interface OneImportProps {
  resource: ImportResource
  source: ImportSource
  onOther: () => void
}

/** One file: checked, then written. Each step stands where the one before it stood. */
export function OneImport({ resource, source, onOther }: OneImportProps) {
  const { code } = useCurrentPlan()
  const [options, setOptions] = useState<ImportOptions>(() => careful(resource))
  const check = useQuery({ ...checkQuery(code, source, options), placeholderData: (earlier) => earlier })
  const write = useWriteImport(code)
  const step = write.isSuccess ? 'written' : check.isPending ? 'checking' : 'checked'
  const isBusy = write.isPending || check.isFetching
  return (
    <section
      key={step}
      ref={takeFocus}
      tabIndex={-1}
      className={styles.step}
      aria-busy={isBusy}
      aria-label={source.name}
    >
      {write.isSuccess ? (
        <ImportResult written={write.data} onOther={onOther} />
      ) : (
        <>
          <SourceLine source={source} doing={write.isPending ? 'writing' : isBusy ? 'checking' : null} />
          {check.isError && (
            <ImportProblem error={check.error} onRetry={() => check.refetch()} onOther={onOther} />
          )}
          {check.isPending && (
            <div className={styles.waiting}>
              <SkeletonRows count={4} />
            </div>
          )}
          {check.data && !check.isError && (
            <ImportPreview
              report={check.data}
              options={options}
              onChoose={(change) => setOptions({ ...options, ...change })}
              actions={
                <>
                  {write.isError && <ImportProblem error={write.error} />}
                  <ImportActions
                    report={check.data}
                    isBusy={isBusy}
                    onWrite={(atomic) => write.mutate({ source, options, atomic })}
                    onOther={onOther}
                  />
                </>
              }
            />
          )}
        </>
      )}
    </section>
  )
}

/** Whoever listens or uses the keyboard is taken along to the next step. */
function takeFocus(section: HTMLElement | null): void {
  section?.focus()
}
