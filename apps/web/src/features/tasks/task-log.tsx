import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import { taskUpdatesQuery } from './queries.ts'
import type { Task } from './task-words.ts'
import { useWork } from './use-work.ts'
import styles from './work.module.css'
import { MOVE } from './work-words.ts'

/** What was reported on a task and its pieces of work, newest first. */
export function TaskLog({ task }: { task: Task }) {
  const plan = useCurrentPlan().code
  const [isOpen, setOpen] = useState(false)
  const items = useQuery(taskUpdatesQuery(plan, task.code)).data?.items ?? []
  return (
    <Card
      title={m.log_title()}
      aside={
        task.allowedActions.includes('task.update') &&
        !isOpen && (
          <Button size="small" onPress={() => setOpen(true)}>
            {m.log_add()}
          </Button>
        )
      }
    >
      {isOpen && <LogForm task={task} onClose={() => setOpen(false)} />}
      {items.length === 0 && !isOpen && <p className={styles.quiet}>{m.log_none()}</p>}
      <ol className={styles.log}>
        {items.map((update) => (
          <li key={update.id}>
            <p className={styles.line}>
              <time dateTime={update.writtenAt}>{formatInstant(update.writtenAt)}</time>
              <span>{update.writtenBy}</span>
              {update.subTask && <span className={styles.code}>{update.subTask}</span>}
              {update.move && <strong>{MOVE[update.move]()}</strong>}
            </p>
            {update.text && <p lang="vi">{update.text}</p>}
            {update.nextStep && (
              <p className={styles.quiet} lang="vi">
                {m.log_next({ step: update.nextStep })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}

function LogForm({ task: { code }, onClose }: { task: Task; onClose: () => void }) {
  const [isEmpty, setEmpty] = useState(false)
  const write = useWork(
    (plan, body: { text: string; nextStep?: string }) =>
      answer(api.POST('/plans/{plan}/tasks/{code}/updates', { params: { path: { plan, code } }, body })),
    onClose,
  )
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [text, nextStep] = [textIn(form, 'text').trim(), textIn(form, 'nextStep').trim()]
    setEmpty(text.length < 3)
    if (text.length >= 3) write.mutate({ text, ...(nextStep === '' ? {} : { nextStep }) })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {write.isError && <ProblemNotice error={write.error} />}
      <TextArea
        name="text"
        label={m.work_what_was_done()}
        rows={2}
        autoFocus
        error={isEmpty ? m.work_fault_blank() : null}
      />
      <Field name="nextStep" label={m.work_next_step()} />
      <div className={styles.buttons}>
        <Button look="primary" type="submit" isPending={write.isPending}>
          {m.work_save()}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {m.work_cancel()}
        </Button>
      </div>
    </form>
  )
}
