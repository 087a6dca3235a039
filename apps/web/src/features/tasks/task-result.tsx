import type { Schemas } from '@tien-do/api-client'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import type { Task } from './task-words.ts'
import { useWork } from './use-work.ts'
import styles from './work.module.css'
import { faultAt, VERDICT } from './work-words.ts'

/** What came of the task in the year, in two lines: the report takes it from here. */
export function TaskResult({ task }: { task: Task }) {
  const { result, year } = task.work
  const may = task.allowedActions.includes('task-result.write')
  const [isOpen, setOpen] = useState(false)
  return (
    <Card
      title={m.result_title({ year })}
      aside={
        may &&
        !isOpen && (
          <Button size="small" look={result ? 'secondary' : 'primary'} onPress={() => setOpen(true)}>
            {result ? m.result_change() : m.result_write()}
          </Button>
        )
      }
    >
      {isOpen ? (
        <ResultForm task={task} onClose={() => setOpen(false)} />
      ) : result ? (
        <div className={styles.result}>
          <p>
            <strong>{VERDICT[result.verdict]()}</strong>
          </p>
          <p lang="vi">{result.result}</p>
          {result.remaining && <p lang="vi">{m.result_remaining_is({ text: result.remaining })}</p>}
          <p className={styles.quiet}>
            {result.writtenBy} · {formatInstant(result.writtenAt)}
          </p>
        </div>
      ) : (
        <p className={styles.quiet}>{m.result_none({ year })}</p>
      )}
    </Card>
  )
}

function ResultForm({ task, onClose }: { task: Task; onClose: () => void }) {
  const { result, year, resultEtag } = task.work
  const [verdict, setVerdict] = useState(result?.verdict ?? 'in_progress')
  const [isEmpty, setEmpty] = useState(false)
  const write = useWork(
    (plan, body: Schemas['TaskResultText']) =>
      answer(
        api.PUT('/plans/{plan}/tasks/{code}/results/{year}', {
          params: { path: { plan, code: task.code, year }, header: { 'if-match': resultEtag } },
          body,
        }),
      ),
    onClose,
  )
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const said = textIn(form, 'result').trim()
    setEmpty(said.length < 3)
    if (said.length >= 3)
      write.mutate({ verdict, result: said, remaining: textIn(form, 'remaining').trim() || null })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {write.isError && <ProblemNotice error={write.error} />}
      <Segmented
        legend={m.result_verdict()}
        value={verdict}
        options={(['done', 'in_progress', 'not_started'] as const).map((value) => ({
          value,
          label: VERDICT[value](),
        }))}
        onChange={setVerdict}
      />
      <TextArea
        name="result"
        label={m.result_done()}
        rows={2}
        defaultValue={result?.result ?? ''}
        error={isEmpty ? m.work_fault_blank() : faultAt(write.error, '/result')}
      />
      <TextArea
        name="remaining"
        label={m.result_remaining()}
        rows={2}
        defaultValue={result?.remaining ?? ''}
      />
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
