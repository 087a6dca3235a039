import { useQuery } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { parseDay } from '@tien-do/domain/day-vi'
import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { departmentsQuery } from '../deadlines/queries.ts'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import { useWork } from './use-work.ts'
import styles from './work.module.css'
import { faultAt, type SubTask } from './work-words.ts'

const NOBODY = ''

interface SubTaskFormProps {
  /** Where it belongs when it is new. */
  place: { task: string; year: number; department?: string | undefined }
  /** Absent: a new one is written down. */
  work?: SubTask | undefined
  onClose: () => void
}

/** The plan of a piece of work: what, who, by when, and what comes out of it. */
export function SubTaskForm({ place, work, onClose }: SubTaskFormProps) {
  const plan = useCurrentPlan().code
  const { data } = useQuery(departmentsQuery(plan))
  const [department, setDepartment] = useState(work?.department?.code ?? place.department ?? NOBODY)
  const [progressFrom, setProgressFrom] = useState(work?.progressFrom ?? 'typed')
  const [continuous, setContinuous] = useState(false)
  const [products, setProducts] = useState(Math.max(1, work?.outputs.length ?? 0))
  const [wrong, setWrong] = useState<readonly string[]>([])
  const save = useWork(
    (code, sent: Sent) =>
      work
        ? answer(
            api.PATCH('/plans/{plan}/sub-tasks/{code}', {
              params: { path: { plan: code, code: work.code }, header: { 'if-match': work.etag } },
              body: sent,
            }),
          )
        : answer(
            api.POST('/plans/{plan}/sub-tasks', {
              params: { path: { plan: code } },
              body: { ...sent, task: place.task, year: place.year, ...(continuous ? { continuous } : {}) },
            }),
          ),
    onClose,
  )

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { sent, faulty } = read(new FormData(event.currentTarget), products)
    setWrong(faulty)
    if (faulty.length === 0)
      save.mutate({ ...sent, department: department === NOBODY ? null : department, progressFrom })
  }

  const fault = (name: string, words: () => string) =>
    wrong.includes(name) ? words() : faultAt(save.error, `/${name}`)
  const departments = data?.items.filter(({ reports, inForce }) => reports && inForce) ?? []
  return (
    <Dialog title={work ? m.work_change() : m.work_add()} closeLabel={m.app_close()} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {save.isError && <ProblemNotice error={save.error} />}
        <Field
          name="name"
          label={m.work_name()}
          defaultValue={work?.name ?? ''}
          autoFocus
          error={fault('name', m.work_fault_blank)}
        />
        <Select
          label={m.work_department()}
          value={department}
          options={[
            { value: NOBODY, label: m.work_nobody() },
            ...departments.map(({ code, shortName }) => ({ value: code, label: shortName })),
          ]}
          onChange={setDepartment}
        />
        {!work && <Checkbox label={m.work_is_continuous()} isChecked={continuous} onChange={setContinuous} />}
        <div className={styles.pair}>
          <Field
            name="startsOn"
            label={m.work_starts_on()}
            hint={m.work_day_hint()}
            defaultValue={work?.startsOn ? formatDay(work.startsOn) : ''}
            error={fault('startsOn', m.work_fault_day)}
          />
          <Field
            name="dueOn"
            label={m.work_due_on()}
            hint={m.work_day_hint()}
            defaultValue={work?.dueOn ? formatDay(work.dueOn) : ''}
            error={fault('dueOn', m.work_fault_day)}
          />
        </div>
        <fieldset className={styles.products}>
          <legend>{m.work_products()}</legend>
          {Array.from({ length: products }, (_, index) => index).map((index) => (
            <div key={index} className={styles.pair}>
              <Field
                name={`planned-${index}`}
                label={m.work_planned()}
                inputMode="numeric"
                defaultValue={String(work?.outputs[index]?.planned ?? '')}
                error={fault(`planned-${index}`, m.work_fault_number)}
              />
              <Field
                name={`unit-${index}`}
                label={m.work_unit()}
                defaultValue={work?.outputs[index]?.unit ?? ''}
                error={fault(`outputs/${index}`, m.work_fault_blank)}
              />
            </div>
          ))}
          <Button size="small" look="quiet" onPress={() => setProducts(products + 1)}>
            <Plus aria-hidden />
            {m.work_more_products()}
          </Button>
        </fieldset>
        <Segmented
          legend={m.work_progress_from()}
          value={progressFrom}
          options={[
            { value: 'typed', label: m.work_progress_typed() },
            { value: 'outputs', label: m.work_progress_outputs() },
          ]}
          onChange={setProgressFrom}
        />
        {faultAt(save.error, '/progressFrom') && (
          <p className={styles.fault}>{faultAt(save.error, '/progressFrom')}</p>
        )}
        <div className={styles.pair}>
          <Field
            name="weight"
            label={m.work_weight()}
            hint={m.work_weight_hint()}
            inputMode="decimal"
            defaultValue={String(work?.weight ?? 1).replace('.', ',')}
            error={fault('weight', m.work_fault_number)}
          />
          <Field name="note" label={m.work_note()} defaultValue={work?.note ?? ''} />
        </div>
        <div className={styles.buttons}>
          <Button look="primary" type="submit" isPending={save.isPending}>
            {m.work_save()}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {m.work_cancel()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type Sent = Omit<Schemas['NewSubTask'], 'task' | 'year'>

/** What was typed, and the fields that could not be understood. */
function read(form: FormData, products: number): { sent: Sent; faulty: string[] } {
  const faulty: string[] = []
  const said = (name: string) => textIn(form, name).trim()
  const day = (name: string) => {
    const on = parseDay(said(name))
    if (said(name) !== '' && on === null) faulty.push(name)
    return on
  }
  if (said('name').length < 3) faulty.push('name')
  const weight = Number(said('weight').replace(',', '.'))
  if (!(weight > 0)) faulty.push('weight')
  const outputs = Array.from({ length: products }, (_, index) => index).flatMap((index) => {
    const [unit, planned] = [said(`unit-${index}`), said(`planned-${index}`).replaceAll('.', '')]
    if (unit === '' && planned === '') return []
    if (unit === '') faulty.push(`outputs/${index}`)
    if (!/^\d+$/.test(planned)) faulty.push(`planned-${index}`)
    return [{ unit, planned: Number(planned) }]
  })
  const sent = { name: said('name'), startsOn: day('startsOn'), dueOn: day('dueOn'), weight, outputs }
  return { sent: { ...sent, note: said('note') || null }, faulty }
}
