import { useQueryClient } from '@tanstack/react-query'
import type { NarrativeSection } from '@tien-do/domain/department-report-steps'
import { useEffect, useRef, useState } from 'react'
import { ApiProblem, answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { putAnswer } from '../../lib/put-answer.ts'
import { type DepartmentReport, reportQuery } from './queries.ts'

type Words = Partial<Record<NarrativeSection, string>>

/** One vocabulary for saving: nothing to do, typed, on its way, refused, overtaken by somebody else. */
export type SaveState = 'idle' | 'typed' | 'saving' | 'failed' | 'overtaken'

const IDLE_MS = 800

/** Keeps what is typed, saves it when the hand rests or the field is left, one request at a time; loses nothing. */
export function useNarrative(report: DepartmentReport) {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  const { queryKey } = reportQuery(plan, report.year, report.department.code)
  const [typed, setTyped] = useState<Words>({})
  const [state, setState] = useState<SaveState>('idle')
  const [error, setError] = useState<unknown>(null)
  const waiting = useRef<Words>({})
  const etag = useRef(report.etag)
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))
  const isSaving = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Somebody's newer version came with a refetch; while something of ours waits, the service will say so.
  if (Object.keys(waiting.current).length === 0 && !isSaving.current) etag.current = report.etag

  useEffect(() => () => clearTimeout(timer.current), [])

  function change(section: NarrativeSection, words: string) {
    waiting.current = { ...waiting.current, [section]: words }
    setTyped((before) => ({ ...before, [section]: words }))
    setState('typed')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), IDLE_MS)
  }

  /** Resolves once all that was typed before is stored, or was refused: one request after the other. */
  function flush(): Promise<boolean> {
    clearTimeout(timer.current)
    queue.current = queue.current.then(saveWaiting)
    return queue.current
  }

  async function saveWaiting(): Promise<boolean> {
    const narrative = waiting.current
    if (Object.keys(narrative).length === 0) return true
    waiting.current = {}
    isSaving.current = true
    setState('saving')
    const saved = await save(narrative)
    isSaving.current = false
    return saved
  }

  async function save(narrative: Words): Promise<boolean> {
    try {
      const stored = await answer(
        api.PATCH('/plans/{plan}/periods/{year}/reports/{department}', {
          params: {
            path: { plan, year: report.year, department: report.department.code },
            header: { 'if-match': etag.current },
          },
          body: { narrative },
        }),
      )
      etag.current = stored.etag
      await putAnswer(queryClient, queryKey, stored)
      // From here on the field shows what is stored, also when somebody else changes it later.
      setTyped((before) => withoutSaved(before, narrative))
      setError(null)
      setState(Object.keys(waiting.current).length === 0 ? 'idle' : 'typed')
      return true
    } catch (refusal) {
      // What was typed stays in the field and waits for the next try.
      waiting.current = { ...narrative, ...waiting.current }
      setError(refusal)
      setState(refusal instanceof ApiProblem && refusal.code === 'version.mismatch' ? 'overtaken' : 'failed')
      return false
    }
  }

  /** After somebody else was faster: theirs is loaded, and ours is kept or let go. */
  async function settle(keep: 'mine' | 'theirs') {
    if (keep === 'theirs') {
      waiting.current = {}
      setTyped({})
    }
    const stored = await queryClient.fetchQuery({
      ...reportQuery(plan, report.year, report.department.code),
      staleTime: 0,
    })
    etag.current = stored.etag
    setError(null)
    setState('idle')
    if (keep === 'mine') await flush()
  }

  return {
    state,
    error,
    change,
    flush,
    settle,
    latestEtag: () => etag.current,
    wordsOf: (section: NarrativeSection) => typed[section] ?? report.narrative[section] ?? '',
  }
}

export type NarrativeDraft = ReturnType<typeof useNarrative>

/** What was typed on since it was sent stays; what is stored as it was typed needs no copy. */
function withoutSaved(typed: Words, saved: Words): Words {
  return Object.fromEntries(
    Object.entries(typed).filter(([section, words]) => saved[section as NarrativeSection] !== words),
  )
}
