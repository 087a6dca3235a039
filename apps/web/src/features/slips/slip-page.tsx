import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { ApiProblem, answer, api } from '../../lib/api.ts'
import { formatDayBefore, formatTimeOrDay } from '../../lib/format.ts'
import { errorSentence } from '../../lib/messages.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type SheetIndicator, slipSheetQuery } from './queries.ts'
import { forget, keep, kept, type SlipText } from './slip-draft.ts'
import { SlipFields } from './slip-fields.tsx'
import { figureIn, isWholeText } from './slip-figure.ts'
import styles from './slips.module.css'

/** What the head of an area fills in on a phone: a few numbers, last period's beside them, and one button. */
export function SlipPage() {
  const { ma: secret } = useParams({ from: '/phieu/$ma' })
  const queryClient = useQueryClient()
  const { data: sheet } = useSuspenseQuery(slipSheetQuery(secret))
  const [texts, setTexts] = useState<Readonly<Record<string, SlipText>>>(() => kept(secret))
  const [isTried, setTried] = useState(false)
  usePageTitle(m.slip_page_title({ area: sheet.area }))
  const open = sheet.indicators.filter(({ sent }) => !sent?.confirmedAt)
  const textOf = (indicator: SheetIndicator) => texts[indicator.code] ?? startText(indicator)
  const send = useMutation({
    mutationFn: () =>
      answer(
        api.PUT('/slips/{secret}', {
          params: { path: { secret } },
          body: {
            figures: open
              .filter((indicator) => isWholeText(textOf(indicator), indicator))
              .map((indicator) => ({ indicator: indicator.code, ...figureIn(textOf(indicator), indicator) })),
          },
        }),
      ),
    onSuccess: (next) => {
      queryClient.setQueryData(slipSheetQuery(secret).queryKey, next)
      forget(secret)
      setTexts({})
      setTried(false)
    },
  })
  const filled = open.filter((indicator) => isWholeText(textOf(indicator), indicator))
  const sentAt = sheet.indicators
    .map(({ sent }) => sent?.sentAt ?? '')
    .sort()
    .at(-1)

  function type(indicator: SheetIndicator, text: SlipText) {
    const next = { ...texts, [indicator.code]: text }
    setTexts(next)
    keep(secret, next)
  }

  return (
    <div className={styles.sheet}>
      <header>
        <p className={styles.quiet}>{sheet.planTitle}</p>
        <h1 tabIndex={-1}>{m.slip_heading({ area: sheet.area, year: sheet.year })}</h1>
        <p>{m.slip_hello({ person: sheet.person, until: formatDayBefore(sheet.expiresAt) })}</p>
      </header>
      <div role="status">
        {send.isSuccess && (
          <Notice kind="success" title={m.slip_sent_title()}>
            {m.slip_sent_text()}
          </Notice>
        )}
        {!send.isSuccess && sentAt && (
          <Notice kind="info">{m.slip_sent_before({ at: formatTimeOrDay(sentAt) })}</Notice>
        )}
      </div>
      <form
        className={styles.fields}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (filled.length > 0) send.mutate()
        }}
      >
        {sheet.indicators.map((indicator) => (
          <SlipFields
            key={indicator.code}
            indicator={indicator}
            text={textOf(indicator)}
            isTried={isTried}
            onType={(text) => type(indicator, text)}
          />
        ))}
        {send.error && (
          <Notice kind="error" live="alert">
            {send.error instanceof ApiProblem && send.error.code === 'measurement.faulty'
              ? m.slip_faulty()
              : errorSentence(send.error)}
          </Notice>
        )}
        {open.length === 0 ? (
          <p>{m.slip_all_confirmed()}</p>
        ) : (
          <Button look="primary" type="submit" isPending={send.isPending}>
            {m.slip_send({ filled: filled.length, of: open.length })}
          </Button>
        )}
      </form>
      <div className={styles.buttons}>
        <Button look="quiet" onPress={() => window.print()}>
          <Printer aria-hidden />
          {m.slip_print()}
        </Button>
      </div>
    </div>
  )
}

/** What was sent before, or the register's denominator. */
function startText({ sent, register, kind }: SheetIndicator): SlipText {
  const text = (number: number | null | undefined) =>
    number === null || number === undefined ? '' : String(number)
  if (sent)
    return { numerator: text(sent.numerator), denominator: text(sent.denominator), value: text(sent.value) }
  return { numerator: '', denominator: kind === 'pair' ? text(register) : '', value: '' }
}
