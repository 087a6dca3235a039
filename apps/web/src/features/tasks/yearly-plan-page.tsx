import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatInstant } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ButtonLink, TextLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Select } from '../../ui/select.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { subTasksQuery, tasksQuery, yearlyPlansQuery } from './queries.ts'
import { SubTaskForm, SubTaskUpdate } from './sub-task-dialogs.tsx'
import { WorkRow } from './sub-tasks-card.tsx'
import { taskName } from './task-words.ts'
import styles from './work.module.css'
import { YearlyPlanActions } from './yearly-plan-actions.tsx'
import { useMoneyOfWork, WorkMoney, YearlyPlanMoney } from './yearly-plan-money.tsx'
import { PLAN_STATE, PLAN_TONE, type YearlyPlan } from './yearly-plan-words.ts'

/** A department's detailed plan of a year: its pieces of work, task by task; sent, returned or accepted. */
export function YearlyPlanPage() {
  const { nam, boPhan } = useParams({ from: '/signed-in/ke-hoach-nam/$nam/$boPhan' })
  const year = Number(nam)
  const { code } = useCurrentPlan()
  const plans = useSuspenseQuery(yearlyPlansQuery(code, year)).data.items
  const plan = plans.find(({ department }) => department.code === boPhan)
  const title = m.yearly_plan_title({ year, department: plan?.department.shortName ?? boPhan })
  usePageTitle(title)
  if (!plan)
    return (
      <>
        <PageHeader title={title} />
        <EmptyState
          title={m.yearly_plan_missing()}
          actions={<ButtonLink to={PATHS.tasks}>{m.tasks_show_all()}</ButtonLink>}
        />
      </>
    )
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs label={m.app_breadcrumbs_label()}>
            <TextLink to={PATHS.tasks}>{m.tasks_title()}</TextLink>
            <span>{m.yearly_plan_word({ year })}</span>
          </Breadcrumbs>
        }
        title={title}
        sub={<Standing plan={plan} />}
        actions={<Choose plans={plans} plan={plan} />}
      />
      {plan.state === 'returned' && plan.note && (
        <Notice kind="warning" title={m.yearly_plan_returned_because()}>
          {plan.note}
        </Notice>
      )}
      <YearlyPlanActions plan={plan} />
      <Pieces plan={plan} />
    </>
  )
}

function Standing({ plan }: { plan: YearlyPlan }) {
  return (
    <>
      <StatusChip tone={PLAN_TONE[plan.state]}>{PLAN_STATE[plan.state]()}</StatusChip>
      <span>{m.yearly_plan_pieces({ count: plan.pieces })}</span>
      {plan.unclear > 0 && <span>{m.yearly_plan_unclear({ count: plan.unclear })}</span>}
      {plan.submittedAt && (
        <span>
          {m.yearly_plan_sent_by({ name: plan.submittedBy ?? '', at: formatInstant(plan.submittedAt) })}
        </span>
      )}
    </>
  )
}

/** Another year, another department: each has an address of its own. */
function Choose({ plans, plan }: { plans: readonly YearlyPlan[]; plan: YearlyPlan }) {
  const navigate = useNavigate()
  const go = (nam: string, boPhan: string) => navigate({ to: PATHS.yearlyPlan, params: { nam, boPhan } })
  const years = [plan.year - 1, plan.year, plan.year + 1].map(String)
  return (
    <>
      <Select
        label={m.tasks_year()}
        hideLabel
        value={String(plan.year)}
        options={years.map((value) => ({ value, label: m.tasks_year_is({ year: value }) }))}
        onChange={(nam) => go(nam, plan.department.code)}
      />
      <Select
        label={m.work_department()}
        hideLabel
        value={plan.department.code}
        options={plans.map(({ department }) => ({ value: department.code, label: department.shortName }))}
        onChange={(boPhan) => go(String(plan.year), boPhan)}
      />
    </>
  )
}

type Open = { add: string } | { change: string } | { update: string } | null

function Pieces({ plan }: { plan: YearlyPlan }) {
  const { code } = useCurrentPlan()
  const department = plan.department.code
  const { items: works } = useSuspenseQuery(subTasksQuery(code, { year: plan.year, department })).data
  const { items: tasks } = useSuspenseQuery(tasksQuery(code, plan.year)).data
  const [open, setOpen] = useState<Open>(null)
  const [task, setTask] = useState('')
  const money = useMoneyOfWork(plan)
  const mayAdd = plan.allowedActions.includes('sub-task.add')
  const close = () => setOpen(null)
  const opened = (of: string) => works.find((work) => work.code === of)
  return (
    <>
      {tasks
        .filter(({ code: of }) => works.some((work) => work.task === of))
        .map((each) => (
          <Card
            key={each.code}
            flush
            title={
              <TextLink to={PATHS.task} params={{ so: each.code }} search={{ nam: plan.year }}>
                {each.code} {taskName(each)}
              </TextLink>
            }
          >
            <ul>
              {works
                .filter((work) => work.task === each.code)
                .map((work) => (
                  <li key={work.code} className={styles.work}>
                    <WorkRow
                      work={work}
                      onChange={(of) => setOpen({ change: of })}
                      onUpdate={(of) => setOpen({ update: of })}
                      money={<WorkMoney amount={money.ofWork(work)} />}
                    />
                  </li>
                ))}
            </ul>
          </Card>
        ))}
      <YearlyPlanMoney plan={plan} money={money} />
      {works.length === 0 && (
        <EmptyState title={m.yearly_plan_empty()}>{m.yearly_plan_empty_text()}</EmptyState>
      )}
      {mayAdd && (
        <Select
          label={m.yearly_plan_add_to()}
          value={task}
          options={[
            { value: '', label: m.yearly_plan_choose_task() },
            ...tasks.map((each) => ({ value: each.code, label: `${each.code} ${taskName(each)}` })),
          ]}
          onChange={(of) => {
            setTask('')
            if (of) setOpen({ add: of })
          }}
        />
      )}
      {open && 'add' in open && (
        <SubTaskForm place={{ task: open.add, year: plan.year, department }} onClose={close} />
      )}
      {open && 'change' in open && opened(open.change) && (
        <SubTaskForm place={{ task: '', year: plan.year }} work={opened(open.change)} onClose={close} />
      )}
      {open && 'update' in open && <Update work={opened(open.update)} onClose={close} />}
    </>
  )
}

function Update({
  work,
  onClose,
}: {
  work: Parameters<typeof SubTaskUpdate>[0]['work'] | undefined
  onClose: () => void
}) {
  return work ? <SubTaskUpdate work={work} onClose={onClose} /> : null
}
