import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { type Entry, isFilled, needsReasonNow } from './cell-store.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import styles from './grid.module.css'
import { ReasonField } from './reason-field.tsx'
import { checkSentence, faultSentence, markInWords } from './sentences.ts'
import { isOpen } from './shapes.ts'
import { sayNotApplicable, sayUnchanged } from './shortcuts.ts'
import { useDesk, useOfEntry } from './use-cells.ts'

const LEVEL_ICON = { block: CircleAlert, warn: TriangleAlert, hint: Info } as const

/** All that is said of one row: what is wrong, what is odd and why, who else was here, how saving stands. */
export function RowNotes({ entryKey, name, id }: { entryKey: string; name: string; id: string }) {
  const entry = useOfEntry(entryKey, (each) => each)
  return (
    <div className={styles.notes} id={id}>
      {entry.theirs && <ConflictChoice entryKey={entryKey} name={name} />}
      {entry.refused.map((fault) => (
        <p key={`${fault.pointer} ${fault.code}`} className={cx(styles.note, styles.block)}>
          <CircleAlert aria-hidden />
          {faultSentence(fault)}
        </p>
      ))}
      {checksToSay(entry).map((check) => {
        const Icon = LEVEL_ICON[check.level]
        return (
          <p key={`${check.code} ${check.field}`} className={cx(styles.note, styles[check.level])}>
            <Icon aria-hidden />
            {checkSentence(check, entry.indicator)}
          </p>
        )
      })}
      {needsReasonNow(entry) && <ReasonField entryKey={entryKey} name={name} />}
      <RowState entry={entry} />
      <RowButtons entry={entry} name={name} />
    </div>
  )
}

/** A figure that rests has no hints any more, and an approved one has been explained. */
function checksToSay({ checks, mark, stored }: Entry): Entry['checks'] {
  if (mark !== 'saved') return checks
  if (stored?.state === 'approved') return []
  return checks.filter(({ level }) => level !== 'hint')
}

function RowState({ entry }: { entry: Entry }) {
  const { mark, stored } = entry
  if (mark === 'saved' && stored?.state === 'returned')
    return (
      <p className={cx(styles.note, styles.warn)}>
        <TriangleAlert aria-hidden />
        {m.entry_returned({ note: stored.decisionNote ?? '' })}
      </p>
    )
  const words = mark === 'saved' && stored ? STATE_WORDS[stored.state]() : markInWords(mark)
  return mark === 'empty' && isFilled(entry) ? null : <p className={styles.mark}>{words}</p>
}

const STATE_WORDS = {
  draft: m.entry_mark_saved,
  submitted: m.entry_state_submitted,
  returned: m.entry_mark_saved,
  approved: m.entry_state_approved,
  superseded: m.entry_mark_saved,
} as const

/** What saves typing, while there is nothing typed yet. */
function RowButtons({ entry, name }: { entry: Entry; name: string }) {
  const desk = useDesk()
  const { key, typed, cell, indicator } = entry
  if (!isOpen(indicator)) return null
  if (typed.notApplicable)
    return (
      <div className={styles.buttons}>
        <Button look="quiet" size="small" onPress={() => sayNotApplicable(desk, key, false)}>
          {m.entry_applies_again()}
        </Button>
      </div>
    )
  if (isFilled(entry)) return null
  return (
    <div className={styles.buttons}>
      {cell.last && !cell.last.notApplicable && (
        <Button
          look="quiet"
          size="small"
          aria-label={m.entry_unchanged_label({ name })}
          onPress={() => sayUnchanged(desk, key)}
        >
          {m.entry_unchanged()}
        </Button>
      )}
      <Button
        look="quiet"
        size="small"
        aria-label={m.entry_not_applicable_label({ name })}
        onPress={() => sayNotApplicable(desk, key, true)}
      >
        {m.entry_not_applicable()}
      </Button>
    </div>
  )
}
