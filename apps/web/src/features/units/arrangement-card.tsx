import { parseDay } from '@tien-do/domain/day-vi'
import { useState } from 'react'
import { formatDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ArrangedPreview } from './arranged-preview.tsx'
import type { Arrangement, Unit } from './queries.ts'
import { Refused } from './refused.tsx'
import { shortNameOf } from './unit-words.ts'
import styles from './units.module.css'
import { useArrange } from './use-arrange.ts'

interface ArrangementCardProps {
  arrangement: Arrangement
  units: readonly Unit[]
  mayApply: boolean
}

/** An arrangement that is prepared in the plan file: who becomes whom; looked at first, then applied in one act. */
export function ArrangementCard({ arrangement, units, mayApply }: ArrangementCardProps) {
  const { code, name, on, earliest, legalBasis, changes, appliedFrom } = arrangement
  const [from, setFrom] = useState(formatDay(earliest))
  const { look, apply } = useArrange()
  const day = parseDay(from)
  const body = { arrangement: code, on: day ?? earliest, legalBasis, changes }
  const made = changes.flatMap((change) => change.to)
  const named = Object.fromEntries(
    made.flatMap((after) => (after.name ? [[after.code, after.shortName ?? after.name]] : [])),
  )
  const nameOf = (each: string) => named[each] ?? shortNameOf(units, each)
  return (
    <Card
      title={name}
      aside={
        appliedFrom
          ? m.units_applied({ day: formatDay(appliedFrom) })
          : m.units_decided({ day: formatDay(on) })
      }
    >
      <div className={styles.stack}>
        <p className={styles.quiet}>{legalBasis}</p>
        <ul className={styles.changes}>
          {changes.map((change) => (
            <li key={change.from.join() + change.to.map((after) => after.code).join()}>
              <span>{change.from.map(nameOf).join(', ')}</span>
              <span aria-hidden>→</span>
              <strong>{change.to.map((after) => nameOf(after.code)).join(', ')}</strong>
            </li>
          ))}
        </ul>
        {appliedFrom === null && mayApply && (
          <>
            {earliest !== on && <Notice kind="info">{m.units_earliest({ day: formatDay(earliest) })}</Notice>}
            <div className={styles.apply}>
              <Field
                label={m.units_from_day()}
                inputMode="numeric"
                value={from}
                onChange={(text) => {
                  setFrom(text)
                  look.reset()
                }}
                error={day ? null : m.checklist_fault_day()}
              />
              <Button isDisabled={!day} isPending={look.isPending} onPress={() => look.mutate(body)}>
                {m.units_look()}
              </Button>
            </div>
            <Refused error={look.error ?? apply.error} />
            {look.data && (
              <>
                <ArrangedPreview arranged={look.data} units={units} named={named} />
                <p className={styles.quiet}>{m.units_keeps()}</p>
                <div className={styles.buttons}>
                  <Button look="primary" isPending={apply.isPending} onPress={() => apply.mutate(body)}>
                    {m.units_apply({ name })}
                  </Button>
                  <Button look="quiet" onPress={() => look.reset()}>
                    {m.area_cancel()}
                  </Button>
                </div>
              </>
            )}
          </>
        )}
      </div>
    </Card>
  )
}
