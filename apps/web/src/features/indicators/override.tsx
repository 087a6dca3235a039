import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Gavel } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { overridesQuery } from './queries.ts'
import { type IndicatorDetail, statusInWords } from './status.ts'

const OverrideDialog = lazy(() =>
  import('./override-dialog.tsx').then((module) => ({ default: module.OverrideDialog })),
)

/** "Đánh giá khác": only the leader has it. */
export function OverrideAction({ indicator }: { indicator: IndicatorDetail }) {
  const [isOpen, setOpen] = useState(false)
  if (!indicator.allowedActions.includes('status.override')) return null
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Gavel aria-hidden />
        {m.override_title()}
      </Button>
      {isOpen && (
        <Suspense>
          <OverrideDialog indicator={indicator} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

/** What was decided, by whom, why and until when; and what the rule says. */
export function OverrideNotice({ indicator }: { indicator: IndicatorDetail }) {
  const { override, computedStatus, provisional } = indicator
  if (!override) return null
  return (
    <Notice
      kind="warning"
      title={m.override_notice({
        status: statusInWords({ status: override.status, provisional: false }),
        computed: statusInWords({ status: computedStatus, provisional }),
      })}
      actions={indicator.allowedActions.includes('status.override') && <EndOverride code={indicator.code} />}
    >
      {m.override_by({
        who: override.by,
        from: formatDay(override.from),
        until: formatDay(override.until),
        reason: override.reason,
      })}
    </Notice>
  )
}

function EndOverride({ code }: { code: string }) {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  const held = useQuery(overridesQuery(plan, code)).data?.items.find(({ holds }) => holds)
  const end = useMutation({
    mutationFn: (id: string) =>
      answer(
        api.DELETE('/plans/{plan}/indicators/{code}/overrides/{id}', {
          params: { path: { plan, code, id } },
        }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['plans', plan] }),
  })
  if (!held) return null
  return (
    <>
      {end.isError && <ProblemNotice error={end.error} />}
      <Button size="small" isDisabled={end.isPending} onPress={() => end.mutate(held.id)}>
        {m.override_end()}
      </Button>
    </>
  )
}
