import { NARRATIVE_SECTIONS } from '@tien-do/domain/department-report-steps'
import { type FormEvent, useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import { usePlaceName } from './missing-list.tsx'
import { PART, SECTION } from './period-words.ts'
import styles from './periods.module.css'
import type { DepartmentReport, ReportReturnNote } from './queries.ts'
import { useAreaName } from './use-area-name.ts'
import { useReportAct } from './use-report-act.ts'

const SHORTEST = 3
const WHOLE = 'report//'

interface ReturnDialogProps {
  report: DepartmentReport
  isOpen: boolean
  onClose: () => void
}

/** Sends a report back: one note or several, each at the cell or the paragraph that has to be mended. */
export function ReturnDialog({ report, isOpen, onClose }: ReturnDialogProps) {
  const act = useReportAct(report.year, report.department.code)
  const placeName = usePlaceName()
  const areaName = useAreaName()
  const [place, setPlace] = useState(WHOLE)
  const [notes, setNotes] = useState<readonly ReportReturnNote[]>([])
  const [missing, setMissing] = useState(false)
  const nameOf = (part: 'figures' | 'tasks', code: string) => placeName({ part, code, lacks: null })
  const labelOf = (code: string, area: string | null) =>
    area === null ? nameOf('figures', code) : `${nameOf('figures', code)} – ${areaName(area)}`
  const options = [
    { value: WHOLE, label: m.return_whole() },
    ...NARRATIVE_SECTIONS.map((section) => ({ value: `narrative/${section}/`, label: SECTION[section]() })),
    ...report.figures.map(({ indicator, area }) => ({
      value: `figure/${indicator}/${area ?? ''}`,
      label: labelOf(indicator, area),
    })),
    ...report.tasks.map(({ task }) => ({ value: `task/${task}/`, label: nameOf('tasks', task) })),
    { value: 'obstacles//', label: PART.obstacles() },
    { value: 'request//', label: PART.request() },
  ]

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const note = textIn(new FormData(form), 'note').trim()
    const isLast = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') !== 'more'
    const written = note.length >= SHORTEST ? [...notes, noteAt(place, note)] : notes
    setMissing(note.length < SHORTEST && (written.length === 0 || !isLast))
    if (note.length < SHORTEST && (written.length === 0 || !isLast)) return
    setNotes(written)
    form.reset()
    if (isLast) act.mutate({ act: 'return', etag: report.etag, notes: [...written] }, { onSuccess: onClose })
  }

  return (
    <Dialog title={m.return_title()} closeLabel={m.app_close()} isOpen={isOpen} onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        {act.error && <ProblemNotice error={act.error} />}
        {notes.length > 0 && (
          <ul className={styles.missing}>
            {notes.map((each) => (
              <li key={`${each.place}${each.code}${each.area}${each.note}`}>
                {options.find(({ value }) => value === keyOf(each))?.label}: {each.note}
              </li>
            ))}
          </ul>
        )}
        <Select label={m.return_where()} value={place} options={options} onChange={setPlace} />
        <TextArea label={m.return_what()} name="note" error={missing ? m.reason_required() : null} />
        <div className={styles.tools}>
          <Button type="submit" look="primary" value="last" isPending={act.isPending}>
            {m.return_title()}
          </Button>
          <Button type="submit" value="more">
            {m.return_more()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function noteAt(key: string, note: string): ReportReturnNote {
  const [place = 'report', code = '', area = ''] = key.split('/')
  return { place: place as ReportReturnNote['place'], code: code || null, area: area || null, note }
}

function keyOf({ place, code, area }: ReportReturnNote): string {
  return `${place}/${code ?? ''}/${area ?? ''}`
}
