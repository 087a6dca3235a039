import { useSuspenseQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { ABSENT, formatInstant } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import styles from './people.module.css'
import { type Person, roleInWords, STATE } from './people-words.ts'
import { ChangeRoles, HandOver, InvitePerson, LetIn, Reinvite } from './person-dialogs.tsx'
import { departmentsOfQuery, peopleQuery } from './queries.ts'

type Open = { act: 'invite' } | { act: 'roles' | 'link' | 'hand-over' | 'let-in'; person: Person }

/** Who may enter, as what, from when and until when. */
export function PeoplePage() {
  usePageTitle(m.people_title())
  const { items: people } = useSuspenseQuery(peopleQuery()).data
  const { items: departments } = useSuspenseQuery(departmentsOfQuery(useCurrentPlan().code)).data
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const nameOf = (code: string) => departments.find((each) => each.code === code)?.shortName ?? code
  return (
    <>
      <PageHeader
        title={m.people_title()}
        sub={<p>{m.people_sub()}</p>}
        actions={
          <Button look="primary" onPress={() => setOpen({ act: 'invite' })}>
            <UserPlus aria-hidden />
            {m.person_invite()}
          </Button>
        }
      />
      <Card title={m.people_list()} flush>
        <Table
          caption={m.people_list()}
          columns={columns(nameOf, setOpen)}
          rows={people}
          rowKey={({ id }) => id}
        />
      </Card>
      {open && (
        <Dialog title={titleOf(open)} closeLabel={m.app_close()} isOpen onClose={close}>
          {open.act === 'invite' && <InvitePerson onDone={close} />}
          {open.act === 'roles' && <ChangeRoles person={open.person} onDone={close} />}
          {open.act === 'link' && <Reinvite person={open.person} onDone={close} />}
          {open.act === 'let-in' && <LetIn person={open.person} onDone={close} />}
          {open.act === 'hand-over' && <HandOver person={open.person} people={people} onDone={close} />}
        </Dialog>
      )}
    </>
  )
}

function titleOf(open: Open): string {
  if (open.act === 'invite') return m.person_invite()
  if (open.act === 'roles') return m.person_roles()
  if (open.act === 'link') return m.person_link_new()
  if (open.act === 'hand-over') return m.person_hand_over()
  return open.person.state === 'disabled' ? m.person_enable() : m.person_disable()
}

function columns(nameOf: (code: string) => string, setOpen: (open: Open) => void): Column<Person>[] {
  return [
    {
      key: 'name',
      header: m.person_name(),
      rowHeader: true,
      cell: ({ name, email }) => (
        <span className={styles.stack}>
          {name}
          <small>{email}</small>
        </span>
      ),
    },
    {
      key: 'roles',
      header: m.person_roles(),
      cell: ({ roles }) =>
        roles.length === 0 ? (
          m.person_no_roles()
        ) : (
          <span className={styles.stack}>
            {roles.map((held) => (
              <span key={JSON.stringify(held)}>{roleInWords(held, nameOf)}</span>
            ))}
          </span>
        ),
    },
    {
      key: 'state',
      header: m.person_state(),
      cell: ({ state, secondFactor }) => (
        <span className={styles.stack}>
          <StatusChip tone={STATE[state].tone}>{STATE[state].name()}</StatusChip>
          {secondFactor && <small>{m.person_second_factor()}</small>}
        </span>
      ),
    },
    {
      key: 'seen',
      header: m.person_seen(),
      cell: ({ lastSeenAt }) => (lastSeenAt ? formatInstant(lastSeenAt) : ABSENT),
    },
    { key: 'acts', header: m.key_acts(), cell: (person) => <Acts person={person} setOpen={setOpen} /> },
  ]
}

function Acts({ person, setOpen }: { person: Person; setOpen: (open: Open) => void }) {
  const may = (act: Person['allowedActions'][number]) => person.allowedActions.includes(act)
  const { name } = person
  const acts = [
    may('person.change') && (['roles', m.person_roles(), m.person_roles_of({ name })] as const),
    may('person.invite') && (['link', m.person_link_new(), m.person_link_of({ name })] as const),
    may('person.hand-over') &&
      person.roles.length > 0 &&
      (['hand-over', m.person_hand_over(), m.person_hand_over_of({ name })] as const),
    may('person.disable') &&
      ([
        'let-in',
        person.state === 'disabled' ? m.person_enable() : m.person_disable(),
        person.state === 'disabled' ? m.person_enable_of({ name }) : m.person_disable_of({ name }),
      ] as const),
  ].filter((act) => act !== false)
  return (
    <span className={styles.acts}>
      {acts.map(([act, label, spoken]) => (
        <Button key={act} size="small" aria-label={spoken} onPress={() => setOpen({ act, person })}>
          {label}
        </Button>
      ))}
    </span>
  )
}
