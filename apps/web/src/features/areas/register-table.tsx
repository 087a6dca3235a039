import { useMutation, useQueryClient } from '@tanstack/react-query'
import { parseDay } from '@tien-do/domain/day-vi'
import { DENOMINATOR_KINDS, type DenominatorKind } from '@tien-do/domain/denominator'
import { readTsv } from '@tien-do/domain/tsv'
import { type ClipboardEvent, useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { ABSENT, formatDay, formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Field } from '../../ui/field.tsx'
import { visuallyHidden } from '../../ui/visually-hidden.tsx'
import { RaiseObstacle } from '../obstacles/index.ts'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { KIND } from './area-words.ts'
import styles from './areas.module.css'
import type { Area, Register } from './queries.ts'
import { cellKey, type Entry, entriesOf, latestOf, pasted, readCell, type Typed, WARD } from './register.ts'

interface RegisterTableProps {
  areas: readonly Area[]
  register: Register
  chosen: ReadonlySet<string>
  onChoose: (code: string, isChosen: boolean) => void
}

/** Areas down, what is counted across; typed counts wait under the day, the counter and the source they will carry. */
export function RegisterTable({ areas, register, chosen, onChoose }: RegisterTableProps) {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState<Typed>({})
  const [said, setSaid] = useState({ on: formatDay(register.asOf), countedBy: '', source: '' })
  const save = useMutation({
    mutationFn: (entries: Entry[]) =>
      answer(api.POST('/plans/{plan}/denominators', { params: { path: { plan } }, body: { entries } })),
    onSuccess: async () => {
      setTyped({})
      await queryClient.invalidateQueries({ queryKey: ['plans', plan] })
    },
  })
  const mayRecord = register.allowedActions.length > 0
  const on = parseDay(said.on)
  const entries = on ? entriesOf(typed, register.items, { ...said, on }) : []
  const faulty = Object.values(typed).some((text) => readCell(text).faulty)
  const rows = [...areas.map(({ code, name }) => ({ code, name })), { code: WARD, name: m.register_ward() }]

  function paste(event: ClipboardEvent, area: string, kind: DenominatorKind) {
    const block = readTsv(event.clipboardData.getData('text/plain'))
    if (block.length <= 1 && (block[0]?.length ?? 0) <= 1) return
    event.preventDefault()
    setTyped({
      ...typed,
      ...pasted(
        block,
        { area, kind },
        rows.map(({ code }) => code),
      ),
    })
  }

  return (
    <>
      {save.isError && <ProblemNotice error={save.error} />}
      <section className={styles.scroll} aria-label={m.register_title()} {...REACHED_BY_KEYBOARD}>
        <table className={styles.table}>
          <caption className={visuallyHidden}>{m.register_title()}</caption>
          <thead>
            <tr>
              <th scope="col">{m.register_area()}</th>
              {DENOMINATOR_KINDS.map((kind) => (
                <th key={kind} scope="col" className={styles.number}>
                  {KIND[kind]()}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, name }) => (
              <tr key={code} className={code === WARD ? styles.ward : undefined}>
                <th scope="row">
                  <span className={styles.area}>
                    {mayRecord && code !== WARD ? (
                      <label className={styles.choose}>
                        <input
                          type="checkbox"
                          checked={chosen.has(code)}
                          onChange={(event) => onChoose(code, event.target.checked)}
                        />
                        {name}
                      </label>
                    ) : (
                      name
                    )}
                    {code !== WARD && <RaiseObstacle subject={{ resource: 'area', code }} of={name} />}
                  </span>
                </th>
                {DENOMINATOR_KINDS.map((kind) => {
                  const known = latestOf(register.items, code, kind)
                  const text = typed[cellKey(code, kind)] ?? (known ? formatNumber(known.value, 0) : '')
                  const isFaulty = readCell(text).faulty
                  return (
                    <td key={kind} className={styles.number}>
                      {mayRecord ? (
                        <input
                          inputMode="numeric"
                          autoComplete="off"
                          className={cx(styles.cell, cellKey(code, kind) in typed && styles.typed)}
                          aria-label={`${name}, ${KIND[kind]()}`}
                          aria-invalid={isFaulty || undefined}
                          value={text}
                          onChange={(event) =>
                            setTyped({ ...typed, [cellKey(code, kind)]: event.target.value })
                          }
                          onPaste={(event) => paste(event, code, kind)}
                        />
                      ) : (
                        text || ABSENT
                      )}
                      {known && <small>{formatDay(known.on)}</small>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{m.register_sum()}</th>
              {register.totals.map(({ kind, sum, known, expected }) => (
                <td key={kind} className={styles.number}>
                  {sum === null ? ABSENT : formatNumber(sum, 0)}
                  <small>{m.register_coverage({ known, expected })}</small>
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
      {Object.keys(typed).length > 0 && (
        <div className={styles.bar}>
          <Field
            label={m.register_on()}
            inputMode="numeric"
            value={said.on}
            onChange={(value) => setSaid({ ...said, on: value })}
            error={on ? null : m.checklist_fault_day()}
          />
          <Field
            label={m.register_by()}
            value={said.countedBy}
            onChange={(value) => setSaid({ ...said, countedBy: value })}
          />
          <Field
            label={m.register_source()}
            value={said.source}
            onChange={(value) => setSaid({ ...said, source: value })}
          />
          <div className={styles.buttons}>
            <Button
              look="primary"
              isDisabled={entries.length === 0 || faulty}
              isPending={save.isPending}
              onPress={() => save.mutate(entries)}
            >
              {m.register_save({ count: entries.length })}
            </Button>
            <Button look="quiet" onPress={() => setTyped({})}>
              {m.register_undo()}
            </Button>
          </div>
          {faulty && <p className={styles.fault}>{m.register_faulty()}</p>}
        </div>
      )}
      <p role="status" className={styles.quiet}>
        {save.isSuccess && Object.keys(typed).length === 0 ? m.register_saved() : ''}
      </p>
    </>
  )
}

/** What scrolls sideways can be scrolled with the arrow keys (WCAG 2.1.1). */
const REACHED_BY_KEYBOARD = { tabIndex: 0 }
