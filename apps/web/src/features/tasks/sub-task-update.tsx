import type { Schemas } from '@tien-do/api-client'
import { parseDay } from '@tien-do/domain/day-vi'
import { TASK_MOVES } from '@tien-do/domain/task-state'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import { useWork } from './use-work.ts'
import styles from './work.module.css'
import { faultAt, MOVE, type Move, type SubTask } from './work-words.ts'

const STAY = ''
type Update = Schemas['NewSubTaskUpdate']

export function useSubTaskUpdate({ code, etag }: SubTask, onDone?: () => void) {
  return useWork(
    (plan, body: Update) =>
      answer(
        api.POST('/plans/{plan}/sub-tasks/{code}/updates', {
          params: { path: { plan, code }, header: { 'if-match': etag } },
          body,
        }),
      ),
    onDone,
  )
}

interface SubTaskUpdateProps {
  work: SubTask
  /** The move it opens with. */
  move?: Move | undefined
  onClose: () => void
}

/** What was done on a piece of work, how far it is, and what comes next. */
export function SubTaskUpdate({ work, move: first, onClose }: SubTaskUpdateProps) {
  const [move, setMove] = useState<Move | typeof STAY>(first ?? STAY)
  const [wrong, setWrong] = useState<readonly string[]>([])
  const update = useSubTaskUpdate(work, onClose)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { sent, faulty } = read(new FormData(event.currentTarget), work)
    setWrong(faulty)
    if (faulty.length === 0) update.mutate({ ...sent, ...(move === STAY ? {} : { move }) })
  }

  const isReason = move !== STAY && TASK_MOVES[move].reason
  return (
    <Dialog title={m.work_update()} closeLabel={m.app_close()} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {update.isError && <ProblemNotice error={update.error} />}
        <p className={styles.quiet} lang="vi">
          {work.code} · {work.name}
        </p>
        <Select
          label={m.work_state()}
          value={move}
          options={[
            { value: STAY, label: m.work_stay() },
            ...work.moves.map((each) => ({ value: each, label: MOVE[each]() })),
          ]}
          onChange={setMove}
        />
        {move === 'finish' && (
          <Field
            name="doneOn"
            label={m.work_done_on()}
            hint={m.work_done_on_hint()}
            error={wrong.includes('doneOn') ? m.work_fault_day() : faultAt(update.error, '/doneOn')}
          />
        )}
        {work.progressFrom === 'typed' && move !== 'finish' && (
          <Field
            name="progress"
            label={m.work_progress()}
            inputMode="numeric"
            defaultValue={String(work.typedProgress ?? '')}
            error={wrong.includes('progress') ? m.work_fault_percent() : faultAt(update.error, '/progress')}
          />
        )}
        {work.outputs.map((output, index) => (
          <Field
            key={output.unit}
            name={`done-${index}`}
            label={m.work_counted({ planned: output.planned, unit: output.unit })}
            inputMode="numeric"
            defaultValue={String(output.done ?? '')}
            error={wrong.includes(`done-${index}`) ? m.work_fault_number() : null}
          />
        ))}
        <TextArea
          name="text"
          label={isReason ? m.work_reason() : m.work_what_was_done()}
          rows={2}
          error={faultAt(update.error, '/text')}
        />
        <Field name="nextStep" label={m.work_next_step()} />
        <div className={styles.buttons}>
          <Button look="primary" type="submit" isPending={update.isPending}>
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

/** What was typed that is not there already, and the fields that could not be understood. */
function read(form: FormData, work: SubTask): { sent: Update; faulty: string[] } {
  const faulty: string[] = []
  const said = (name: string) => textIn(form, name).trim()
  const count = (name: string) => {
    const text = said(name).replaceAll('.', '').replace('%', '')
    if (text !== '' && !/^\d+$/.test(text)) faulty.push(name)
    return text === '' ? null : Number(text)
  }
  const progress = count('progress')
  if (progress !== null && progress > 100) faulty.push('progress')
  const doneOn = parseDay(said('doneOn'))
  if (said('doneOn') !== '' && doneOn === null) faulty.push('doneOn')
  const outputs = work.outputs
    .map(({ unit }, index) => ({ unit, done: count(`done-${index}`) }))
    .filter(({ done }, index) => done !== work.outputs[index]?.done)
  const sent = {
    ...(progress !== null && progress !== work.typedProgress ? { progress } : {}),
    ...(outputs.length > 0 ? { outputs } : {}),
    ...(doneOn === null ? {} : { doneOn }),
    ...(said('nextStep') === '' ? {} : { nextStep: said('nextStep') }),
    text: said('text'),
  }
  return { sent, faulty }
}
