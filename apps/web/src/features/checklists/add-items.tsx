import { OWNER_LEVELS, type OwnerLevel } from '@tien-do/domain/checklist'
import { type FormEvent, useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { textIn } from '../session/text-in.ts'
import { LEVEL } from './checklist-words.ts'
import styles from './checklists.module.css'
import type { Checklist } from './queries.ts'
import { SaveNotice } from './save-notice.tsx'
import { useSaveItems } from './use-save-items.ts'

const NO_LEVEL = ''
const CODE = /^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$/

/** One name a line, with a code before a semicolon or a tab where there is one: a column out of Excel will do. */
export function AddItems({ list, onClose }: { list: Checklist; onClose: () => void }) {
  const save = useSaveItems(list.code)
  const [level, setLevel] = useState<OwnerLevel | typeof NO_LEVEL>(NO_LEVEL)
  const [isEmpty, setEmpty] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const items = itemsIn(textIn(new FormData(event.currentTarget), 'lines'), list)
    setEmpty(items.length === 0)
    if (items.length === 0) return
    const results = await save.mutateAsync(items.map((item) => ({ ...item, level: level || null })))
    if (results.every(({ outcome }) => outcome === 'created')) onClose()
  }

  return (
    <Dialog title={m.checklist_add()} closeLabel={m.app_close()} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <SaveNotice save={save} />
        <TextArea
          name="lines"
          rows={8}
          autoFocus
          label={m.checklist_lines()}
          hint={m.checklist_lines_hint()}
          error={isEmpty ? m.field_required() : null}
        />
        <Select
          label={m.checklist_level()}
          value={level}
          options={[
            { value: NO_LEVEL, label: m.checklist_no_level() },
            ...OWNER_LEVELS.map((value) => ({ value, label: LEVEL[value]() })),
          ]}
          onChange={setLevel}
        />
        <div>
          <Button look="primary" type="submit" isPending={save.isPending}>
            {m.checklist_add_yes()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Names without a code get the next free number. */
function itemsIn(text: string, { items }: Checklist): { code: string; name: string }[] {
  const taken = new Set(items.map(({ code }) => code))
  let next = items.length + 1
  const freeCode = () => {
    while (taken.has(`M-${String(next).padStart(2, '0')}`)) next += 1
    return `M-${String(next).padStart(2, '0')}`
  }
  return text.split(/\r?\n/).flatMap((line) => {
    const [first = '', ...rest] = line.split(/[;\t]/).map((part) => part.trim())
    const hasCode = rest.length > 0 && CODE.test(first)
    const name = hasCode ? rest.join(' ') : [first, ...rest].join(' ').trim()
    if (name === '') return []
    const code = hasCode ? first : freeCode()
    taken.add(code)
    return [{ code, name }]
  })
}
