import { useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { DropFile } from '../../ui/drop-file.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ACCEPTED, type ImportSource, type RefusedFile, sourceOfFile } from './import-source.ts'
import styles from './imports.module.css'
import { PasteBox } from './paste-box.tsx'

interface Refusal {
  why: RefusedFile
  name: string
}

/** A file or a pasted block: two doors to the same room. */
export function ChooseSource({ onSource }: { onSource: (source: ImportSource) => void }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  function take([file]: readonly File[]) {
    if (!file) return
    const source = sourceOfFile(file)
    if (typeof source === 'string') return setRefusal({ why: source, name: file.name })
    setRefusal(null)
    onSource(source)
  }

  return (
    <div className={styles.doors}>
      <div className={styles.door}>
        <DropFile
          title={m.import_drop()}
          hint={m.import_drop_hint()}
          accept={`${ACCEPTED},.xls`}
          onFiles={take}
        />
        {refusal && <Refused {...refusal} />}
      </div>
      <Card title={m.import_paste()}>
        <PasteBox onSource={onSource} />
      </Card>
    </div>
  )
}

const TITLE: Record<RefusedFile, (inputs: { name: string }) => string> = {
  excel: () => m.import_excel(),
  not_a_table: m.import_not_a_table,
  empty: m.import_empty_file,
}
const TEXT: Record<RefusedFile, () => string> = {
  excel: m.import_excel_text,
  not_a_table: m.import_not_a_table_text,
  empty: m.import_empty_file_text,
}

function Refused({ why, name }: Refusal) {
  return (
    <Notice kind="error" live="alert" title={TITLE[why]({ name })}>
      {TEXT[why]()}
    </Notice>
  )
}
