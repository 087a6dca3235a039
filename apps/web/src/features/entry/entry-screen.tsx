import { ClipboardCopy, Keyboard } from 'lucide-react'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Entry } from './cell-store.ts'
import type { Desk } from './desk.ts'
import { headOf } from './figure-row.tsx'
import { FigureTable } from './figure-table.tsx'
import styles from './grid.module.css'
import { changesOf, copyOf, mustBeShown, type Paste, readPaste } from './paste-figures.ts'
import { PhoneSteps } from './phone-steps.tsx'
import barStyles from './save-bar.module.css'
import { SaveBar } from './save-bar.tsx'
import { type FormIndicator, isOpen } from './shapes.ts'
import { SheetEvidence } from './sheet-evidence.tsx'
import { FIELDS_OF, type Field } from './typed.ts'
import { UndoBar } from './undo-bar.tsx'
import { DeskContext } from './use-cells.ts'
import { useKeyboardInset } from './use-keyboard-inset.ts'

// What is not needed to type comes when it is asked for.
const CellPanel = lazy(async () => ({ default: (await import('./cell-panel.tsx')).CellPanel }))
const CheckStep = lazy(async () => ({ default: (await import('./check-step.tsx')).CheckStep }))
const KeyHelp = lazy(async () => ({ default: (await import('./key-help.tsx')).KeyHelp }))
const PasteDialog = lazy(async () => ({ default: (await import('./paste-dialog.tsx')).PasteDialog }))
const QualitativeForm = lazy(async () => ({
  default: (await import('./qualitative-form.tsx')).QualitativeForm,
}))

interface EntryScreenProps {
  desk: Desk
  indicators: readonly FormIndicator[]
  year: number
  isChecking: boolean
  /** Code of the area whose first field has the focus at the beginning. */
  startAt: string | undefined
  onCheck: () => void
  onGoTo: (entry: Entry) => void
}

interface Asked {
  readonly indicator: FormIndicator
  readonly paste: Paste
}

/** The tables of one screen, and all that hangs on them. */
export function EntryScreen({
  desk,
  indicators,
  year,
  isChecking,
  startAt,
  onCheck,
  onGoTo,
}: EntryScreenProps) {
  useKeyboardInset()
  const [panel, setPanel] = useState<string | null>(null)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [pasted, setPasted] = useState<string | null>(null)
  const [copied, setCopied] = useState<number | null>(null)

  const putDown = useCallback(
    ({ paste }: Asked) => {
      const changes = changesOf(paste)
      desk.store.type(`paste ${Date.now()}`, changes)
      for (const { key } of changes) desk.store.leave(key)
      desk.touched(changes.map(({ key }) => key))
      const rejected = paste.cells.filter(({ isRejected }) => isRejected).length + paste.lost.length
      const count = paste.cells.filter(({ isShowable }) => isShowable).length
      setPasted(
        [
          rejected > 0 ? m.entry_pasted_with_faults({ count, rejected }) : m.entry_pasted({ count }),
          paste.by === 'name' ? m.entry_pasted_by_name() : '',
        ].join(' '),
      )
    },
    [desk],
  )

  const asks = useMemo(
    () => ({
      onPanel: setPanel,
      onCopied: setCopied,
      onHelp: () => setHelpOpen(true),
      onPaste: (text: string, at: { key: string; field: Field }) => {
        const { indicator } = desk.store.entry(at.key)
        const paste = readPaste(desk.store, indicator, text, at)
        if (mustBeShown(paste)) setAsked({ indicator, paste })
        else putDown({ indicator, paste })
      },
    }),
    [desk, putDown],
  )

  useEffect(() => {
    if (startAt === undefined) return
    const start = document.querySelector<HTMLInputElement>(`input[data-key*=" ${CSS.escape(startAt)} "]`)
    start?.focus()
  }, [startAt])

  const closeAsked = () => setAsked(null)
  const hideUndo = useCallback(() => setPasted(null), [])
  const isGrid = indicators.some(({ kind }) => kind !== 'qualitative')
  return (
    <DeskContext value={desk}>
      {isChecking ? (
        <Suspense>
          <CheckStep indicators={indicators} onGoTo={onGoTo} />
        </Suspense>
      ) : (
        <>
          {isGrid && (
            <div className={styles.help}>
              <p>{m.entry_paste_hint()}</p>
              <p role="status">{copied === null ? '' : m.entry_copied_cells({ count: copied })}</p>
              <Button look="quiet" size="small" onPress={() => setHelpOpen(true)}>
                <Keyboard aria-hidden />
                {m.entry_keys()}
              </Button>
            </div>
          )}
          {indicators.map((indicator) => (
            <section key={indicator.code} className={styles.sheet} aria-label={indicator.name}>
              {indicator.lock && <Notice kind="info">{m.entry_locked({ year: indicator.lock.year })}</Notice>}
              {!indicator.lock && !isOpen(indicator) && (
                <Notice kind="info">
                  {m.entry_not_yours({ owner: indicator.owner?.name ?? m.fact_owner_none() })}
                </Notice>
              )}
              {indicator.kind === 'qualitative' ? (
                <Suspense>
                  <QualitativeForm indicator={indicator} />
                </Suspense>
              ) : (
                <>
                  <FigureTable indicator={indicator} isAlone={indicators.length === 1} {...asks} />
                  <CopyTable desk={desk} indicator={indicator} />
                </>
              )}
              <SheetEvidence indicator={indicator.code} year={year} />
            </section>
          ))}
        </>
      )}
      <div className={barStyles.bar}>
        <SaveBar />
        {pasted !== null && (
          <UndoBar
            key={pasted}
            words={pasted}
            onUndo={() => {
              desk.touched(desk.store.undo())
              setPasted(null)
            }}
            onGone={hideUndo}
          />
        )}
        {!isChecking && (
          <>
            <PhoneSteps />
            <Button look="primary" onPress={onCheck}>
              {m.entry_check_and_submit()}
            </Button>
          </>
        )}
      </div>
      <Suspense>
        {panel !== null && <CellPanel entryKey={panel} onClose={() => setPanel(null)} />}
        {isHelpOpen && <KeyHelp onClose={() => setHelpOpen(false)} />}
        {asked && (
          <PasteDialog
            paste={asked.paste}
            indicator={asked.indicator}
            onClose={closeAsked}
            onConfirm={() => {
              putDown(asked)
              closeAsked()
            }}
          />
        )}
      </Suspense>
    </DeskContext>
  )
}

function CopyTable({ desk, indicator }: { desk: Desk; indicator: FormIndicator }) {
  const [isCopied, setCopied] = useState(false)
  const headings = [
    m.entry_column_area(),
    ...FIELDS_OF[indicator.kind].map((field) => headOf(indicator, field)),
  ]
  return (
    <div className={styles.copy}>
      <Button
        look="quiet"
        size="small"
        onPress={async () => {
          await navigator.clipboard.writeText(copyOf(desk.store, indicator, headings))
          setCopied(true)
        }}
      >
        <ClipboardCopy aria-hidden />
        {m.entry_copy_table()}
      </Button>
      <span role="status">{isCopied ? m.entry_copied() : ''}</span>
    </div>
  )
}
