import { type FormEvent, useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import type { Report } from './queries.ts'
import styles from './reports.module.css'
import type { useReportEdit } from './use-report-acts.ts'

const linesIn = (form: FormData, name: string) =>
  textIn(form, name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Who signs, and to whom it goes: what does not follow from the plan and the day. */
export function LetterheadCard({ report, edit }: { report: Report; edit: ReturnType<typeof useReportEdit> }) {
  const [isOpen, setOpen] = useState(false)
  const { signer, signatureLines, addressees, recipients } = report.document
  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    edit.mutate(
      {
        letterhead: {
          signer: textIn(form, 'signer').trim() || null,
          signatureLines: linesIn(form, 'signatureLines'),
          addressees: linesIn(form, 'addressees'),
          recipients: linesIn(form, 'recipients'),
        },
      },
      { onSuccess: () => setOpen(false) },
    )
  }
  return (
    <Card title={m.ward_report_letterhead()}>
      {isOpen ? (
        <form className={styles.stack} onSubmit={save} noValidate>
          {edit.isError && <ProblemNotice error={edit.error} />}
          <Field name="signer" label={m.ward_report_signer()} defaultValue={signer} autoFocus />
          <TextArea
            name="signatureLines"
            label={m.ward_report_signature_lines()}
            hint={m.ward_report_signature_hint()}
            rows={3}
            defaultValue={signatureLines.join('\n')}
          />
          <TextArea
            name="addressees"
            label={m.ward_report_addressees()}
            rows={2}
            defaultValue={addressees.join('\n')}
          />
          <TextArea
            name="recipients"
            label={m.ward_report_recipients()}
            hint={m.ward_report_recipients_hint()}
            rows={6}
            defaultValue={recipients.join('\n')}
          />
          <div className={styles.buttons}>
            <Button type="submit" look="primary" isPending={edit.isPending}>
              {m.ward_report_save()}
            </Button>
            <Button look="quiet" onPress={() => setOpen(false)}>
              {m.ward_report_cancel()}
            </Button>
          </div>
        </form>
      ) : (
        <div className={styles.stack}>
          <p>{signer ? <span lang="vi">{signer}</span> : m.ward_report_no_signer()}</p>
          <Button size="small" onPress={() => setOpen(true)}>
            {m.ward_report_letterhead_edit()}
          </Button>
        </div>
      )}
    </Card>
  )
}
