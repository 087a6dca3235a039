import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Schemas } from '@tien-do/api-client'
import type { ObstacleKind } from '@tien-do/domain/obstacle'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { departmentsQuery } from '../deadlines/queries.ts'
import { areasQuery } from '../imports/queries.ts'
import { nameOf, summaryQuery } from '../indicators/index.ts'
import { isFaulty, ProblemNotice } from '../session/problem-notice.tsx'
import { meQuery } from '../session/queries.ts'
import { textIn } from '../session/text-in.ts'
import { tasksQuery } from '../tasks/queries.ts'
import { taskName } from '../tasks/task-words.ts'
import { KIND } from './obstacle-words.ts'
import styles from './obstacles.module.css'

export interface RaisedSubject {
  readonly resource: 'task' | 'indicator' | 'area' | 'route'
  readonly code: string
}

interface RaiseDialogProps {
  subject: RaisedSubject | undefined
  onClose: () => void
}

const NONE = ''

/** A few words are enough: what it is about and whose it is are filled in where they are known. */
export function RaiseDialog({ subject, onClose }: RaiseDialogProps) {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [kind, setKind] = useState<ObstacleKind>('difficulty')
  const [about, setAbout] = useState(NONE)
  const [department, setDepartment] = useState(NONE)
  const [missing, setMissing] = useState<readonly string[]>([])
  const choices = useChoices(plan, subject === undefined)
  const { own, departments } = useRaisingDepartments(plan)
  const raiser = department === NONE ? own : department
  const raise = useMutation({
    mutationFn: (body: NewObstacle) => send(plan, body),
    onSuccess: async ({ code }) => {
      await queryClient.invalidateQueries({ queryKey: ['plans', plan, 'obstacles'] })
      onClose()
      await navigate({ to: PATHS.obstacle, params: { so: code } })
    },
  })

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const said = (name: string) => textIn(form, name).trim()
    const isCable = kind === 'cable_finding'
    const needed = isCable ? ['title', 'route', 'place', 'enterprise'] : ['title']
    const empty = needed.filter((name) => said(name) === '')
    setMissing(empty)
    if (empty.length > 0) return
    const route = isCable ? { resource: 'route' as const, code: said('route') } : null
    const chosen = choices.find(({ value }) => value === about)?.subject ?? WHOLE_PLAN
    raise.mutate({
      kind,
      subject: route ?? subject ?? chosen,
      title: said('title'),
      ...(raiser ? { department: raiser } : {}),
      ...(said('detail') ? { detail: said('detail') } : {}),
      ...(isCable ? { place: said('place'), enterprise: said('enterprise') } : {}),
    })
  }

  const faultOf = (name: string) =>
    missing.includes(name) || isFaulty(raise.error, `/${name}`) ? m.field_required() : null
  return (
    <Dialog title={m.obstacle_raise()} closeLabel={m.app_close()} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {raise.isError && <ProblemNotice error={raise.error} />}
        {subject ? (
          <p className={styles.quiet}>{m.obstacle_about({ code: subject.code })}</p>
        ) : (
          <Segmented
            legend={m.obstacles_kind()}
            hideLegend
            value={kind}
            options={[
              { value: 'difficulty', label: KIND.difficulty() },
              { value: 'cable_finding', label: KIND.cable_finding() },
            ]}
            onChange={setKind}
          />
        )}
        <Field
          name="title"
          label={m.obstacle_title()}
          hint={m.obstacle_title_hint()}
          autoFocus
          error={faultOf('title')}
        />
        {kind === 'cable_finding' && (
          <>
            <Field name="route" label={m.obstacle_route()} error={faultOf('route')} />
            <Field name="place" label={m.obstacle_place()} error={faultOf('place')} />
            <Field name="enterprise" label={m.obstacle_enterprise()} error={faultOf('enterprise')} />
          </>
        )}
        {!subject && kind === 'difficulty' && (
          <Select
            label={m.obstacle_task()}
            value={about}
            options={[{ value: NONE, label: m.obstacle_whole_plan() }, ...choices]}
            onChange={setAbout}
          />
        )}
        {departments.length > 1 && (
          <Select
            label={m.obstacle_for_department()}
            value={raiser ?? NONE}
            options={departments.map(({ code, shortName }) => ({ value: code, label: shortName }))}
            onChange={setDepartment}
          />
        )}
        <TextArea name="detail" label={m.obstacle_detail()} hint={m.obstacle_detail_hint()} rows={3} />
        <div className={styles.buttons}>
          <Button look="primary" type="submit" isPending={raise.isPending}>
            {m.obstacle_send()}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {m.obstacle_cancel()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type NewObstacle = Schemas['NewObstacle']
const WHOLE_PLAN: NewObstacle['subject'] = { resource: 'plan', code: null }

/** What it may be about: tasks, then areas, then indicators; each by its code and name. */
function useChoices(plan: string, enabled: boolean) {
  const tasks = useQuery({ ...tasksQuery(plan), enabled }).data?.items ?? []
  const areas = useQuery({ ...areasQuery(plan), enabled }).data?.items ?? []
  const indicators = useQuery({ ...summaryQuery(plan), enabled }).data?.indicators ?? []
  const choice = (resource: 'task' | 'area' | 'indicator', code: string, name: string) => ({
    value: `${resource}/${code}`,
    label: `${code} ${name}`,
    subject: { resource, code },
  })
  return [
    ...tasks.map((task) => choice('task', task.code, taskName(task))),
    ...areas.filter(({ validTo }) => validTo === null).map(({ code, name }) => choice('area', code, name)),
    ...indicators.map((indicator) => choice('indicator', indicator.code, nameOf(indicator))),
  ]
}

function send(plan: string, body: NewObstacle) {
  return answer(api.POST('/plans/{plan}/obstacles', { params: { path: { plan } }, body }))
}

/** Whoever answers for all departments says for which; an officer has only their own. */
function useRaisingDepartments(plan: string) {
  const { data: me } = useQuery(meQuery())
  const isCoordinator = me?.roles.some(({ role }) => role === 'coordinator') ?? false
  const { data } = useQuery({ ...departmentsQuery(plan), enabled: isCoordinator })
  const mine = me?.roles.flatMap(({ departments }) => departments) ?? []
  const departments = isCoordinator
    ? (data?.items.filter(({ reports, inForce }) => reports && inForce) ?? [])
    : mine
  return { own: mine[0]?.code, departments }
}
