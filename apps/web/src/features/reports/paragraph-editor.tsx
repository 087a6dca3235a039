import type { Schemas } from '@tien-do/api-client'
import { type FigureBook, partsOf } from '@tien-do/domain/report-figures'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import styles from './paper.module.css'

interface ParagraphEditorProps {
  text: string
  figures: Schemas['ReportDocument']['figures']
  onSave: (text: string) => void
  onClose: () => void
}

const IDLE_MS = 1_200
/** A text field holds no tokens: this is one that does. */
const TEXT_BOX = {
  role: 'textbox',
  'aria-multiline': true,
  tabIndex: 0,
  contentEditable: true,
  suppressContentEditableWarning: true,
}

/** Writes in place. Figures are tokens: they can be moved over or deleted, but their digits are the figures' own. */
export function ParagraphEditor({ text, figures, onSave, onClose }: ParagraphEditorProps) {
  const box = useRef<HTMLDivElement>(null)
  const saved = useRef(text)
  const idle = useRef<number>(undefined)
  const start = useRef({ text, figures })

  useEffect(() => {
    const element = box.current
    if (!element) return
    element.replaceChildren(...nodesOf(start.current.text, start.current.figures))
    element.focus()
    return () => window.clearTimeout(idle.current)
  }, [])

  function save() {
    window.clearTimeout(idle.current)
    const words = box.current ? textOf(box.current) : ''
    if (words === '' || words === saved.current) return
    saved.current = words
    onSave(words)
  }

  const acts = {
    'aria-label': m.ward_report_paragraph(),
    onInput: () => {
      window.clearTimeout(idle.current)
      idle.current = window.setTimeout(save, IDLE_MS)
    },
    onBlur: save,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' && event.key !== 'Enter') return
      event.preventDefault()
      save()
      onClose()
    },
    onPaste: (event: ClipboardEvent) => {
      event.preventDefault()
      pastePlain(event.clipboardData.getData('text/plain'))
    },
  }

  return (
    <>
      <div ref={box} className={styles.editor} {...TEXT_BOX} {...acts} />
      <div className={styles.tools}>
        <Button
          size="small"
          look="secondary"
          onPress={() => {
            save()
            onClose()
          }}
        >
          {m.ward_report_done()}
        </Button>
      </div>
    </>
  )
}

/** Words alone: neither the looks of another document nor what would be taken for a token. */
function pastePlain(text: string): void {
  const selection = window.getSelection()
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null
  range?.deleteContents()
  range?.insertNode(document.createTextNode(text.replace(/[{}]/g, '').replace(/\s+/g, ' ')))
  selection?.collapseToEnd()
}

function nodesOf(text: string, figures: ParagraphEditorProps['figures']): Node[] {
  return partsOf(text, figures as FigureBook).map((part) => {
    if (part.kind === 'text') return document.createTextNode(part.text)
    const token = document.createElement('span')
    token.className = styles.token ?? ''
    token.contentEditable = 'false'
    token.dataset.figure = part.key
    token.textContent = part.text
    return token
  })
}

/** What was written: a token is its key again, all else its words. */
function textOf(element: HTMLElement): string {
  const words = [...element.childNodes].map((node) => {
    if (node instanceof HTMLElement && node.dataset.figure) return `{${node.dataset.figure}}`
    return (node.textContent ?? '').replace(/[{}]/g, '')
  })
  return words.join('').replace(/\s+/g, ' ').trim()
}
