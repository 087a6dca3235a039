import {
  NARRATIVE_SECTIONS,
  type NarrativeSection,
  REQUIRED_SECTIONS,
} from '@tien-do/domain/department-report-steps'
import { formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { SECTION } from './period-words.ts'
import styles from './periods.module.css'
import type { DepartmentReport } from './queries.ts'
import type { NarrativeDraft, SaveState } from './use-narrative.ts'

const HINT: Record<NarrativeSection, () => string> = {
  results: m.section_results_hint,
  shortcomings: m.section_shortcomings_hint,
  direction: m.section_direction_hint,
  recommendations: m.section_recommendations_hint,
}

interface NarrativeCardProps {
  report: DepartmentReport
  draft: NarrativeDraft
  mayWrite: boolean
  /** The sections that were found missing when it was to be sent. */
  missing: readonly string[]
}

/** The report's own words, saved as they are written. */
export function NarrativeCard({ report, draft, mayWrite, missing }: NarrativeCardProps) {
  return (
    <Card
      title={m.narrative_title()}
      aside={<span role="status">{mayWrite ? saveSentence(draft.state, report.editedAt) : undefined}</span>}
    >
      {draft.state === 'overtaken' && (
        <Notice
          kind="warning"
          live="alert"
          title={m.narrative_overtaken()}
          actions={
            <>
              <Button size="small" onPress={() => draft.settle('mine')}>
                {m.keep_mine()}
              </Button>
              <Button size="small" onPress={() => draft.settle('theirs')}>
                {m.take_theirs()}
              </Button>
            </>
          }
        />
      )}
      {draft.state === 'failed' && <ProblemNotice error={draft.error} />}
      <div className={styles.form}>
        {NARRATIVE_SECTIONS.map((section) => (
          <div key={section} id={`muc-${section}`}>
            <TextArea
              label={sectionLabel(section)}
              name={section}
              hint={HINT[section]()}
              value={draft.wordsOf(section)}
              isReadOnly={!mayWrite}
              onChange={(words) => draft.change(section, words)}
              onBlur={() => void draft.flush()}
              error={
                missing.includes(section) && draft.wordsOf(section).trim() === ''
                  ? m.section_required()
                  : null
              }
            />
            {report.returnNotes
              .filter(({ place, code }) => place === 'narrative' && code === section)
              .map(({ note }) => (
                <p key={note} className={styles.returned}>
                  {m.return_note({ note })}
                </p>
              ))}
          </div>
        ))}
      </div>
    </Card>
  )
}

function sectionLabel(section: NarrativeSection): string {
  return REQUIRED_SECTIONS.includes(section)
    ? SECTION[section]()
    : m.section_optional({ section: SECTION[section]() })
}

function saveSentence(state: SaveState, editedAt: string | null): string {
  if (state === 'typed') return m.save_typed()
  if (state === 'saving') return m.save_saving()
  if (state === 'failed' || state === 'overtaken') return m.save_not_saved()
  return editedAt === null ? m.save_nothing() : m.save_saved({ at: formatInstant(editedAt) })
}
