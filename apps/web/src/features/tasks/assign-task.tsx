import type { Schemas } from '@tien-do/api-client'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { formatDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { LEAD_SOURCE } from './task-lead.tsx'
import { departmentName, type Task, taskName } from './task-words.ts'
import { useWork } from './use-work.ts'
import styles from './work.module.css'
import { faultAt } from './work-words.ts'

const NOBODY = ''
const ALL = '*'

interface AssignTaskProps {
  task: Task
  departments: readonly Schemas['Department'][]
}

/** One task on the page of assignments: how it stands, a proposal to take, or a choice to make. */
export function AssignTask({ task, departments }: AssignTaskProps) {
  const [isOpen, setOpen] = useState(false)
  const may = task.allowedActions.includes('task.assign')
  const { lead, proposedLead } = task
  const assign = useAssign(task)
  return (
    <article className={styles.assignment} aria-labelledby={`${task.code}-name`}>
      <div className={styles.assignmentHead}>
        <h2 id={`${task.code}-name`}>
          <span className={styles.code}>{task.code}</span> {taskName(task)}
        </h2>
        <LeadLine task={task} />
      </div>
      {assign.isError && <ProblemNotice error={assign.error} />}
      {may && !isOpen && (
        <div className={styles.buttons}>
          {!lead && proposedLead && (
            <Button
              look="primary"
              size="small"
              isPending={assign.isPending}
              onPress={() =>
                assign.mutate({
                  lead: proposedLead.code,
                  coordinating: task.coordinating
                    .map(({ code }) => code)
                    .filter((code) => code !== proposedLead.code),
                })
              }
            >
              {m.assign_accept({ name: proposedLead.shortName })}
            </Button>
          )}
          <Button
            size="small"
            look={lead || proposedLead ? 'secondary' : 'primary'}
            onPress={() => setOpen(true)}
          >
            {lead ? m.assign_change() : m.assign_choose()}
            <span className={styles.spoken}> {task.code}</span>
          </Button>
        </div>
      )}
      {isOpen && <AssignForm task={task} departments={departments} onClose={() => setOpen(false)} />}
    </article>
  )
}

/** Who leads, and whose word it is. */
function LeadLine({ task: { lead, stated, coordinating } }: { task: Task }) {
  const others = coordinating.map(departmentName).join(', ')
  return (
    <p className={styles.line}>
      {lead ? (
        <>
          <strong>{departmentName(lead.department)}</strong>
          <StatusChip tone={lead.source === 'plan' ? 'ok' : lead.source === 'ward' ? 'track' : 'risk'}>
            {LEAD_SOURCE[lead.source]()}
          </StatusChip>
          {lead.from && <span>{m.assign_from({ day: formatDay(lead.from) })}</span>}
          {lead.source === 'ward_against_plan' && stated.lead && (
            <span>
              {m.assign_plan_says({ name: departmentName(stated.lead) })} {lead.reason}
            </span>
          )}
        </>
      ) : (
        <StatusChip tone="none">{m.task_lead_none()}</StatusChip>
      )}
      {others && <span>{m.assign_with({ names: others })}</span>}
    </p>
  )
}

function AssignForm({ task, departments, onClose }: AssignTaskProps & { onClose: () => void }) {
  const [lead, setLead] = useState(task.lead?.department.code ?? task.proposedLead?.code ?? NOBODY)
  const [others, setOthers] = useState<readonly string[]>(task.coordinating.map(({ code }) => code))
  const [reason, setReason] = useState('')
  const assign = useAssign(task, onClose)
  const able = departments.filter(
    ({ reports, inForce, kind }) =>
      (reports && inForce) || kind === 'enterprise' || kind === 'mass_organisation',
  )
  const leaves =
    (task.stated.lead !== null && task.stated.lead.code !== lead) ||
    task.stated.coordinating.some(({ code }) => !others.includes(code))

  function submit(event: FormEvent) {
    event.preventDefault()
    assign.mutate({
      lead: lead === NOBODY ? null : lead,
      coordinating: others.filter((code) => code !== lead),
      reason: reason.trim() || null,
    })
  }

  const toggle = (code: string) => (isOn: boolean) =>
    setOthers(isOn ? [...others, code] : others.filter((each) => each !== code))
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {assign.isError && <ProblemNotice error={assign.error} />}
      <Select
        label={m.task_lead()}
        value={lead}
        options={[
          { value: NOBODY, label: m.task_lead_none() },
          ...able
            .filter(({ reports, inForce }) => reports && inForce)
            .map(({ code, shortName }) => ({ value: code, label: shortName })),
        ]}
        onChange={setLead}
      />
      <fieldset className={styles.choices}>
        <legend>{m.task_coordinating()}</legend>
        <Checkbox label={m.task_all_departments()} isChecked={others.includes(ALL)} onChange={toggle(ALL)} />
        {able
          .filter(({ code }) => code !== lead)
          .map(({ code, shortName }) => (
            <Checkbox
              key={code}
              label={shortName}
              isChecked={others.includes(code)}
              onChange={toggle(code)}
            />
          ))}
      </fieldset>
      {(leaves || task.lead) && (
        <Field
          label={leaves ? m.assign_reason_owed() : m.assign_reason()}
          value={reason}
          onChange={setReason}
          error={faultAt(assign.error, '/reason')}
        />
      )}
      <div className={styles.buttons}>
        <Button look="primary" type="submit" isPending={assign.isPending}>
          {m.assign_save()}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {m.work_cancel()}
        </Button>
      </div>
    </form>
  )
}

function useAssign({ code, etag }: Task, onDone?: () => void) {
  return useWork(
    (plan, body: Schemas['NewAssignment']) =>
      answer(
        api.POST('/plans/{plan}/tasks/{code}/assignments', {
          params: { path: { plan, code }, header: { 'if-match': etag } },
          body,
        }),
      ),
    onDone,
  )
}
