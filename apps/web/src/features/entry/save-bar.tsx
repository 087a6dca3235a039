import { useLocation } from '@tanstack/react-router'
import {
  CircleAlert,
  CircleCheck,
  CloudOff,
  LoaderCircle,
  type LucideIcon,
  PenLine,
  UserRound,
} from 'lucide-react'
import { useEffect, useState } from 'react'
import { formatTime } from '../../lib/format.ts'
import { errorSentence } from '../../lib/messages.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { TextLink } from '../../ui/link.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import type { DeskState } from './desk.ts'
import styles from './save-bar.module.css'
import { useDeskState } from './use-cells.ts'

interface Saying {
  readonly Icon: LucideIcon
  readonly words: string
  readonly tone: 'calm' | 'wait' | 'wrong'
}

/** Said aloud at most this often: a reader is not interrupted at every key. */
const SPOKEN_AFTER_MS = 1_000

/** How saving stands, in words, in one place on every screen of entry. */
export function SaveBar() {
  const state = useDeskState()
  const { Icon, words, tone } = sayingOf(state)
  const spoken = useSettled(state.phase === 'saving' ? null : words)
  const here = useLocation({ select: ({ href }) => href })
  return (
    <div className={styles.state} data-tone={tone}>
      <Icon aria-hidden />
      <span aria-hidden>{words}</span>
      {state.phase === 'signed_out' && (
        <TextLink to={PATHS.signIn} search={{ tiep: here }}>
          {m.entry_sign_in_again()}
        </TextLink>
      )}
      <span role="status">
        <VisuallyHidden>{spoken}</VisuallyHidden>
      </span>
    </div>
  )
}

function sayingOf({ phase, problem, savedAt, pending, faulty, conflicts }: DeskState): Saying {
  if (phase === 'signed_out')
    return { Icon: CloudOff, words: m.entry_bar_signed_out({ count: pending }), tone: 'wrong' }
  if (phase === 'waiting')
    return { Icon: CloudOff, words: m.entry_bar_waiting({ count: pending }), tone: 'wait' }
  if (phase === 'refused') return { Icon: CircleAlert, words: errorSentence(problem), tone: 'wrong' }
  if (conflicts > 0)
    return { Icon: UserRound, words: m.entry_bar_conflicts({ count: conflicts }), tone: 'wrong' }
  if (phase === 'saving') return { Icon: LoaderCircle, words: m.entry_bar_saving(), tone: 'calm' }
  if (faulty > 0) return { Icon: CircleAlert, words: m.entry_bar_faulty({ count: faulty }), tone: 'wrong' }
  if (pending > 0) return { Icon: PenLine, words: m.entry_bar_editing(), tone: 'calm' }
  if (savedAt)
    return {
      Icon: CircleCheck,
      words: m.entry_bar_saved({ time: formatTime(savedAt.toISOString()) }),
      tone: 'calm',
    }
  return { Icon: PenLine, words: m.entry_bar_idle(), tone: 'calm' }
}

/** The last words that stood for a while. */
function useSettled(words: string | null): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    if (words === null) return
    const timer = window.setTimeout(() => setSettled(words), SPOKEN_AFTER_MS)
    return () => window.clearTimeout(timer)
  }, [words])
  return settled
}
