import { useQuery } from '@tanstack/react-query'
import { Download, ShieldCheck } from 'lucide-react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatInstant } from '../../lib/format.ts'
import { errorSentence } from '../../lib/messages.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './audit.module.css'
import { verificationQuery } from './queries.ts'

/** Is the chain whole? And its end, to be written down somewhere that nobody here can change. */
export function HeadCard({ ofInstallation }: { ofInstallation: boolean }) {
  const plan = useCurrentPlan().code
  const { data, error, isFetching, refetch, dataUpdatedAt } = useQuery(
    verificationQuery(plan, ofInstallation),
  )
  return (
    <Card title={m.audit_chain()}>
      <div className={styles.chain}>
        <p>{m.audit_chain_text()}</p>
        {error && <Notice kind="error">{errorSentence(error)}</Notice>}
        {data && (
          <Notice
            kind={data.whole ? 'success' : 'error'}
            live="status"
            title={
              data.whole
                ? m.audit_whole({ count: data.checked })
                : m.audit_broken({ count: data.faults.length, first: data.faults[0]?.seq ?? '–' })
            }
          >
            <code className={styles.hash}>{data.head}</code>
          </Notice>
        )}
        <div className={styles.acts}>
          <Button isPending={isFetching} onPress={() => refetch()}>
            <ShieldCheck aria-hidden />
            {m.audit_verify()}
          </Button>
          {data?.head && (
            <Button
              onPress={() =>
                save(
                  `dau-so-nhat-ky-${ofInstallation ? 'he-thong' : plan}.txt`,
                  [
                    data.head,
                    m.audit_checked({ count: data.checked }),
                    formatInstant(new Date(dataUpdatedAt).toISOString()),
                  ].join('\n'),
                )
              }
            >
              <Download aria-hidden />
              {m.audit_save_head()}
            </Button>
          )}
        </div>
      </div>
    </Card>
  )
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
