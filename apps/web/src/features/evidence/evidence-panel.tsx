import { useQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { DropFile } from '../../ui/drop-file.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import styles from './evidence.module.css'
import { EvidenceItem } from './evidence-item.tsx'
import { sizeInWords } from './evidence-words.ts'
import { LinkForm } from './link-form.tsx'
import { type EvidenceAbout, evidenceQuery } from './queries.ts'
import { useEvidence } from './use-evidence.ts'

/** Evidence of one thing: what there is; and for those who may, a place to drop files, a link, a way to remove. */
export function EvidencePanel({ resource, code, year }: EvidenceAbout) {
  const plan = useCurrentPlan().code
  const about = { resource, code, year }
  const { data, error } = useQuery(evidenceQuery(plan, about))
  const { files, link, remove, refusals } = useEvidence(about)
  if (error) return <ProblemNotice error={error} />
  if (!data) return <p className={styles.quiet}>{m.evidence_loading()}</p>
  const mayAdd = data.allowedActions.includes('evidence.add')
  const isFull = data.items.length >= data.limits.ofSubject
  const problem = link.error ?? remove.error ?? files.error
  return (
    <div className={styles.panel}>
      {data.items.length > 0 ? (
        <ul className={styles.items}>
          {data.items.map((item) => (
            <EvidenceItem
              key={item.id}
              item={item}
              isRemoving={remove.isPending && remove.variables.id === item.id}
              onRemove={() => remove.mutate(item)}
            />
          ))}
        </ul>
      ) : (
        <p className={styles.quiet}>{m.evidence_none()}</p>
      )}
      {refusals.length > 0 && (
        <Notice kind="error" live="alert" title={m.evidence_refused({ count: refusals.length })}>
          <ul>
            {refusals.map(({ name, sentence }) => (
              <li key={name}>
                {name}: {sentence}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {problem && <ProblemNotice error={problem} />}
      {mayAdd && isFull && <p className={styles.quiet}>{m.error_evidence_too_many()}</p>}
      {mayAdd && !isFull && (
        <>
          <DropFile
            title={files.isPending ? m.evidence_sending() : m.evidence_drop()}
            hint={m.evidence_drop_hint({ limit: sizeInWords(data.limits.bytes) })}
            accept={data.limits.extensions.map((extension) => `.${extension}`).join(',')}
            isDisabled={files.isPending}
            isMultiple
            onFiles={(chosen) => files.mutate(chosen)}
          />
          <details className={styles.more}>
            <summary>{m.evidence_link_open()}</summary>
            <LinkForm isPending={link.isPending} onAdd={(sent) => link.mutateAsync(sent)} />
          </details>
        </>
      )}
    </div>
  )
}
