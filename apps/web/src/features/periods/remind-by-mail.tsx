import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Mail } from 'lucide-react'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan, useMay } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'

/** Reminds the people of these departments in the house, and by mail who chose it. */
export function RemindByMail({ departments }: { departments: readonly string[] }) {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  const remind = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/plans/{plan}/reminders', {
          params: { path: { plan } },
          body: { departments: [...departments] },
        }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['plans', plan] }),
  })
  if (!useMay('reminder.send')) return null
  return (
    <>
      <Button size="small" isPending={remind.isPending} onPress={() => remind.mutate()}>
        <Mail aria-hidden />
        {m.board_mail({ count: departments.length })}
      </Button>
      {remind.data && <span role="status">{m.board_mailed({ count: remind.data.reminded.length })}</span>}
      {remind.error && <ProblemNotice error={remind.error} />}
    </>
  )
}
