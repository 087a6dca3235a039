import type { Schemas } from '@tien-do/api-client'
import { FileText, Image, Link2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button, IconButton } from '../../ui/button.tsx'
import styles from './evidence.module.css'
import { sizeInWords } from './evidence-words.ts'

type Evidence = Schemas['Evidence']

interface EvidenceItemProps {
  item: Evidence
  isRemoving: boolean
  onRemove: () => void
}

/** A file to fetch or a page to open, who brought it, and the way to take it away again. */
export function EvidenceItem({ item, isRemoving, onRemove }: EvidenceItemProps) {
  const [asks, setAsks] = useState(false)
  const Icon = item.kind === 'link' ? Link2 : item.mediaType?.startsWith('image/') ? Image : FileText
  return (
    <li className={styles.item}>
      <Icon aria-hidden />
      <span className={styles.words}>
        {item.kind === 'link' ? (
          <a href={item.url ?? ''} target="_blank" rel="noreferrer noopener">
            {item.name}
          </a>
        ) : (
          <a href={item.fileUrl ?? ''} download>
            {item.name}
          </a>
        )}
        <small>
          {item.bytes !== null && `${sizeInWords(item.bytes)} · `}
          {item.addedBy} · {formatInstant(item.addedAt)}
        </small>
      </span>
      {item.allowedActions.length > 0 && !asks && (
        <IconButton label={m.evidence_remove({ name: item.name })} onPress={() => setAsks(true)}>
          <Trash2 aria-hidden />
        </IconButton>
      )}
      {asks && (
        <span className={styles.asks}>
          <span>{m.evidence_remove_ask()}</span>
          <Button size="small" look="primary" isPending={isRemoving} onPress={onRemove} autoFocus>
            {m.evidence_remove_yes()}
          </Button>
          <Button size="small" look="quiet" onPress={() => setAsks(false)}>
            {m.evidence_remove_no()}
          </Button>
        </span>
      )}
    </li>
  )
}
