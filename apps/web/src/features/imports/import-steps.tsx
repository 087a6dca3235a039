import type { ImportResource } from '@tien-do/domain/import-options'
import { lazy, Suspense, useState } from 'react'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { ChooseSource } from './choose-source.tsx'
import { ColumnHelp } from './column-help.tsx'
import type { ImportSource } from './import-source.ts'
import { ResourceHelp } from './resource-help.tsx'

/** What comes after a file was chosen, with all its words, is fetched when one is. */
const OneImport = lazy(async () => ({ default: (await import('./one-import.tsx')).OneImport }))

/** A file is chosen; it is checked; it is written. */
export function ImportSteps({ resource }: { resource: ImportResource }) {
  const [source, setSource] = useState<ImportSource | null>(null)
  if (source)
    return (
      <Suspense fallback={<SkeletonRows count={4} />}>
        <OneImport key={source.id} resource={resource} source={source} onOther={() => setSource(null)} />
      </Suspense>
    )
  return (
    <>
      <ChooseSource onSource={setSource} />
      {resource === 'measurements' ? <ColumnHelp /> : <ResourceHelp resource={resource} />}
    </>
  )
}
