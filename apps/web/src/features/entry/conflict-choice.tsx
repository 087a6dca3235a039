import { UserRound } from 'lucide-react'
import { formatTimeOrDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { figureInWords, measurementInWords } from './figure-words.ts'
import styles from './grid.module.css'
import { useDesk, useOfEntry } from './use-cells.ts'

/** Two people, one cell: both figures stand here until somebody chooses. */
export function ConflictChoice({ entryKey, name }: { entryKey: string; name: string }) {
  const desk = useDesk()
  const { theirs, typed, indicator } = useOfEntry(entryKey, (entry) => entry)
  if (!theirs) return null
  const who = theirs.enteredBy
  return (
    <fieldset className={styles.conflict} aria-label={m.entry_conflict_label({ name })}>
      <p>
        <UserRound aria-hidden />
        {m.entry_conflict({
          mine: figureInWords(typed, indicator.kind),
          who,
          at: formatTimeOrDay(theirs.enteredAt),
          theirs: measurementInWords(theirs, indicator.kind),
        })}
      </p>
      <div className={styles.buttons}>
        <Button size="small" onPress={() => desk.keepMine(entryKey)}>
          {m.entry_conflict_mine()}
        </Button>
        <Button size="small" onPress={() => desk.takeTheirs(entryKey)}>
          {m.entry_conflict_theirs({ who })}
        </Button>
      </div>
    </fieldset>
  )
}
