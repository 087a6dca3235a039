import { useState } from 'react'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { TextLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { SubTaskUpdate, useSubTaskUpdate } from './sub-task-update.tsx'
import styles from './work.module.css'
import { WorkState } from './work-state.tsx'
import { datesOf, MOVE, type Move, percentWords, STATE, type SubTask, type TaskState } from './work-words.ts'

const COLUMNS: readonly TaskState[] = ['not_started', 'in_progress', 'paused', 'done', 'continuous']
/** The move one makes most often from a state: it needs no words. */
const NEXT: Partial<Record<TaskState, Move>> = {
  not_started: 'start',
  in_progress: 'finish',
  paused: 'resume',
}

/** The year's work by state. It moves by buttons: there is nothing to drag. */
export function TaskBoard({ works }: { works: readonly SubTask[] }) {
  const [updating, setUpdating] = useState<string | null>(null)
  const work = works.find(({ code }) => code === updating)
  const cancelled = works.filter(({ state }) => state === 'cancelled').length
  return (
    <>
      <div className={styles.board}>
        {COLUMNS.map((state) => {
          const here = works.filter((each) => each.state === state)
          return (
            <section key={state} className={styles.boardColumn} aria-labelledby={`board-${state}`}>
              <h3 id={`board-${state}`}>
                {STATE[state]()} <span className={styles.count}>{here.length}</span>
              </h3>
              <ul>
                {here.map((each) => (
                  <li key={each.code}>
                    <BoardCard work={each} onMore={() => setUpdating(each.code)} />
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
      {cancelled > 0 && <Notice>{m.board_cancelled({ count: cancelled })}</Notice>}
      {work && <SubTaskUpdate work={work} onClose={() => setUpdating(null)} />}
    </>
  )
}

function BoardCard({ work, onMore }: { work: SubTask; onMore: () => void }) {
  const update = useSubTaskUpdate(work)
  const next = NEXT[work.state]
  const mayNext = next !== undefined && work.moves.includes(next)
  return (
    <article className={styles.boardCard}>
      <p lang="vi">
        <TextLink to={PATHS.task} params={{ so: work.task }} search={{ nam: work.year }}>
          {work.name}
        </TextLink>
      </p>
      <p className={styles.line}>
        <span className={styles.code}>{work.code}</span>
        <span>{work.department?.shortName ?? m.work_nobody()}</span>
        <span>{datesOf(work)}</span>
        {work.progress !== null && <span>{percentWords(work.progress)}</span>}
      </p>
      {(work.lateness.kind === 'late' || work.completion) && <WorkState work={work} />}
      {update.isError && <ProblemNotice error={update.error} />}
      {work.moves.length > 0 && (
        <div className={styles.buttons}>
          {mayNext && (
            <Button size="small" isPending={update.isPending} onPress={() => update.mutate({ move: next })}>
              {MOVE[next]()}
              <span className={styles.spoken}> {work.code}</span>
            </Button>
          )}
          <Button size="small" look="quiet" onPress={onMore}>
            {m.board_more()}
            <span className={styles.spoken}> {work.code}</span>
          </Button>
        </div>
      )}
    </article>
  )
}
