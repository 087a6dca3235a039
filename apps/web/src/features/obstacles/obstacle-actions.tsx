import { useQuery } from '@tanstack/react-query'
import { parseDay } from '@tien-do/domain/day-vi'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { departmentsQuery } from '../deadlines/queries.ts'
import { isFaulty, ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import styles from './obstacles.module.css'
import { type Obstacle, obstaclesQuery } from './queries.ts'
import { type PlainAct, useObstacleAct } from './use-obstacle-act.ts'

interface Doing {
  readonly action: Obstacle['allowedActions'][number]
  readonly act: PlainAct | 'decide'
  readonly label: () => string
  /** What is to be said; null: nothing. */
  readonly ask: (() => string) | null
}

/** In the order in which they are wanted: the first is the next step. */
const DOINGS: readonly Doing[] = [
  {
    action: 'obstacle.acknowledge',
    act: 'acknowledge',
    label: m.obstacle_do_acknowledge,
    ask: null,
  },
  { action: 'obstacle.submit', act: 'submit', label: m.obstacle_do_submit, ask: null },
  { action: 'obstacle.decide', act: 'decide', label: m.obstacle_do_decide, ask: m.obstacle_decision },
  {
    action: 'obstacle.consolidate',
    act: 'consolidate',
    label: m.obstacle_do_consolidate,
    ask: m.obstacle_proposal,
  },
  { action: 'obstacle.resolve', act: 'resolve', label: m.obstacle_do_resolve, ask: m.obstacle_result },
  { action: 'obstacle.refer', act: 'refer', label: m.obstacle_do_refer, ask: m.obstacle_refer_ask },
  { action: 'obstacle.merge', act: 'merge', label: m.obstacle_do_merge, ask: m.obstacle_merge_ask },
  { action: 'obstacle.return', act: 'return', label: m.obstacle_do_return, ask: m.obstacle_return_ask },
  { action: 'obstacle.amend', act: 'amend', label: m.obstacle_do_amend, ask: m.obstacle_detail },
  { action: 'obstacle.reopen', act: 'reopen', label: m.obstacle_do_reopen, ask: m.obstacle_return_ask },
]

/** What this person may do with it now; what they may not is not shown. */
export function ObstacleActions({ obstacle }: { obstacle: Obstacle }) {
  const open = DOINGS.filter(({ action }) => obstacle.allowedActions.includes(action))
  const [chosen, choose] = useState<Doing['act'] | null>(null)
  const act = useObstacleAct(obstacle)
  const current = open.find((each) => each.act === chosen)
  if (open.length === 0) return null
  return (
    <Card title={m.obstacle_next()}>
      <div className={styles.form}>
        {act.isError && <ProblemNotice error={act.error} />}
        {current ? (
          <ActForm obstacle={obstacle} doing={current} run={act} onCancel={() => choose(null)} />
        ) : (
          <div className={styles.buttons}>
            {open.map((each, index) => (
              <Button
                key={each.act}
                look={index === 0 ? 'primary' : 'secondary'}
                isPending={act.isPending && act.variables.act === each.act}
                onPress={() =>
                  each.ask === null && each.act !== 'decide'
                    ? act.mutate({ act: each.act, words: '' })
                    : choose(each.act)
                }
              >
                {each.label()}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Card>
  )
}

interface ActFormProps {
  obstacle: Obstacle
  doing: Doing
  run: ReturnType<typeof useObstacleAct>
  onCancel: () => void
}

function ActForm({ obstacle, doing, run, onCancel }: ActFormProps) {
  const [faults, setFaults] = useState<readonly string[]>([])
  const [department, setDepartment] = useState(obstacle.actingDepartment?.code ?? obstacle.department.code)
  const [survivor, setSurvivor] = useState('')

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const words = doing.act === 'merge' ? survivor : textIn(form, 'words').trim()
    const dueOn = parseDay(textIn(form, 'dueOn'))
    const work = textIn(form, 'workOrdered').trim()
    const isCable = obstacle.kind === 'cable_finding'
    const found = [
      ...(words === '' ? ['words'] : []),
      ...(doing.act === 'decide' && dueOn === null ? ['dueOn'] : []),
      ...(doing.act === 'decide' && isCable && work === '' ? ['workOrdered'] : []),
    ]
    setFaults(found)
    if (found.length > 0) return
    if (doing.act !== 'decide') return run.mutate({ act: doing.act, words })
    if (dueOn !== null)
      run.mutate({
        act: 'decide',
        decision: {
          decision: words,
          actingDepartment: department,
          dueOn,
          ...(work ? { workOrdered: work } : {}),
        },
      })
  }

  const faultOf = (name: string) => (faults.includes(name) ? m.field_required() : null)
  const past = isFaulty(run.error, '/dueOn') ? m.obstacle_due_past() : null
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {doing.act === 'merge' ? (
        <SurvivorSelect
          obstacle={obstacle}
          value={survivor}
          onChange={setSurvivor}
          fault={faultOf('words')}
        />
      ) : (
        <TextArea
          name="words"
          label={(doing.ask ?? doing.label)()}
          autoFocus
          error={faultOf('words')}
          defaultValue={startOf(obstacle, doing.act)}
        />
      )}
      {doing.act === 'decide' && (
        <>
          <DepartmentSelect value={department} onChange={setDepartment} />
          <Field
            name="dueOn"
            label={m.obstacle_due()}
            hint={m.obstacle_due_hint()}
            inputMode="numeric"
            error={(faults.includes('dueOn') ? m.obstacle_due_wrong() : null) ?? past}
          />
          {obstacle.kind === 'cable_finding' && (
            <TextArea
              name="workOrdered"
              label={m.obstacle_work()}
              rows={2}
              defaultValue={obstacle.workOrdered ?? ''}
              error={faultOf('workOrdered')}
            />
          )}
        </>
      )}
      <div className={styles.buttons}>
        <Button look="primary" type="submit" isPending={run.isPending}>
          {doing.label()}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {m.obstacle_cancel()}
        </Button>
      </div>
    </form>
  )
}

function startOf(obstacle: Obstacle, act: Doing['act']): string {
  if (act === 'consolidate') return obstacle.proposal ?? ''
  if (act === 'amend') return obstacle.detail ?? ''
  return ''
}

function DepartmentSelect({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const departments = useQuery(departmentsQuery(useCurrentPlan().code)).data?.items ?? []
  return (
    <Select
      label={m.obstacle_acting()}
      value={value}
      options={departments
        .filter(({ inForce }) => inForce)
        .map(({ code, shortName }) => ({ value: code, label: shortName }))}
      onChange={onChange}
    />
  )
}

interface SurvivorSelectProps {
  obstacle: Obstacle
  value: string
  onChange: (code: string) => void
  fault: ReactNode
}

function SurvivorSelect({ obstacle, value, onChange, fault }: SurvivorSelectProps) {
  const all = useQuery(obstaclesQuery(useCurrentPlan().code, { open: true })).data?.items ?? []
  const others = all.filter(({ code, state }) => code !== obstacle.code && state !== 'returned')
  return (
    <>
      <Select
        label={m.obstacle_merge_ask()}
        value={value}
        options={[
          { value: '', label: m.obstacle_merge_choose() },
          ...others.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
        ]}
        onChange={onChange}
      />
      {fault && <p className={styles.late}>{fault}</p>}
    </>
  )
}
