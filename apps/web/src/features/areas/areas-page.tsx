import { useSuspenseQueries } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatDay } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ExportLink } from '../imports/index.ts'
import { AreaActDialog, type DialogAct } from './area-act-dialog.tsx'
import { eventSentence } from './area-words.ts'
import styles from './areas.module.css'
import { FirstAreas } from './first-areas.tsx'
import { areaListQuery, denominatorsQuery } from './queries.ts'
import { RegisterTable } from './register-table.tsx'

/** The ward's areas and what there is to count in them, in one table. */
export function AreasPage() {
  usePageTitle(m.areas_page_title())
  const plan = useCurrentPlan().code
  const [areaList, denominators] = useSuspenseQueries({
    queries: [areaListQuery(plan), denominatorsQuery(plan)],
  })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [act, setAct] = useState<DialogAct | null>(null)
  const { items, events, allowedActions } = areaList.data
  const { asOf } = denominators.data
  const now = items.filter(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= asOf) && (validTo === null || asOf < validTo),
  )
  const others = items.filter((area) => !now.includes(area))
  const picked = now.filter(({ code }) => chosen.has(code))
  const mayChange = allowedActions.length > 0
  const actsForOne = [
    ['rename', m.area_rename],
    ['split', m.area_split],
    ['close', m.area_close],
  ] as const

  function close() {
    setAct(null)
    setChosen(new Set())
  }

  return (
    <>
      <PageHeader
        title={m.areas_page_title()}
        sub={m.areas_page_sub({ count: now.length, day: formatDay(asOf) })}
        actions={
          items.length > 0 && (
            <>
              <ExportLink resource="areas" label={m.export_areas()} />
              <ExportLink resource="denominators" label={m.export_denominators()} />
              {mayChange && (
                <Button onPress={() => setAct('open')}>
                  <Plus aria-hidden />
                  {m.area_open()}
                </Button>
              )}
            </>
          )
        }
      />
      {items.length === 0 &&
        (mayChange ? (
          <FirstAreas />
        ) : (
          <EmptyState title={m.areas_none_yet()}>{m.areas_none_yet_text()}</EmptyState>
        ))}
      {items.length > 0 && (
        <Card title={m.register_title()} aside={mayChange ? m.register_hint() : undefined} flush>
          {mayChange && (
            <div className={styles.acts}>
              {picked.length === 0 && <span className={styles.quiet}>{m.areas_choose()}</span>}
              {picked.length === 1 &&
                actsForOne.map(([which, words]) => (
                  <Button key={which} size="small" onPress={() => setAct(which)}>
                    {words()}
                  </Button>
                ))}
              {picked.length > 1 && (
                <Button size="small" onPress={() => setAct('merge')}>
                  {m.area_merge_count({ count: picked.length })}
                </Button>
              )}
            </div>
          )}
          <RegisterTable
            areas={now}
            register={denominators.data}
            chosen={chosen}
            onChoose={(code, isChosen) => {
              const next = new Set(chosen)
              if (isChosen) next.add(code)
              else next.delete(code)
              setChosen(next)
            }}
          />
        </Card>
      )}
      {(events.length > 0 || others.length > 0) && (
        <Card title={m.areas_history()}>
          <ul className={styles.history}>
            {[...events]
              .sort((a, b) => (a.on < b.on ? 1 : -1))
              .map((event) => (
                <li key={event.on + event.kind + event.from.join() + event.to.join()}>
                  {eventSentence(event, items)}
                </li>
              ))}
            {others.map(({ code, name, validFrom, validTo }) => (
              <li key={code}>
                {m.areas_was({
                  name,
                  from: validFrom ? formatDay(validFrom) : '…',
                  to: validTo ? formatDay(validTo) : '…',
                })}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {act && <AreaActDialog act={act} chosen={act === 'open' ? [] : picked} areas={items} onClose={close} />}
    </>
  )
}
