import { useMutation, useQueryClient } from '@tanstack/react-query'
import { declaredFault, EVIDENCE_TYPES, extensionOf, MOST_EVIDENCE_BYTES } from '@tien-do/domain/evidence'
import { useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { faultSentence, refusalSentence, tooLarge } from './evidence-words.ts'
import type { EvidenceAbout } from './queries.ts'

export interface Refusal {
  readonly name: string
  readonly sentence: string
}

/** Adding and removing; every reading of the plan that shows evidence asks anew. */
export function useEvidence(about: EvidenceAbout) {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: ['plans', plan] })

  const files = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      const refused: Refusal[] = []
      for (const file of chosen) {
        const sentence = await send(plan, about, file)
        if (sentence !== null) refused.push({ name: file.name, sentence })
      }
      setRefusals(refused)
    },
    onSuccess,
  })
  const link = useMutation({
    mutationFn: (sent: { url: string; name: string | null }) =>
      answer(
        api.POST('/plans/{plan}/evidence/links', { params: { path: { plan } }, body: { ...about, ...sent } }),
      ),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: ({ id, etag }: { id: string; etag: string }) =>
      answer(
        api.DELETE('/plans/{plan}/evidence/{id}', {
          params: { path: { plan, id }, header: { 'if-match': etag } },
        }),
      ),
    onSuccess,
  })
  return { files, link, remove, refusals }
}

/** What is wrong with the file, or null where it was taken. What the domain knows already is not sent at all. */
async function send(
  plan: string,
  { resource, code, year }: EvidenceAbout,
  file: File,
): Promise<string | null> {
  const type = file.type || typeOfName(file.name)
  const known = declaredFault(file.name, type)
  if (known !== null) return faultSentence(known)
  if (file.size > MOST_EVIDENCE_BYTES) return tooLarge()
  const query = { resource, code, name: file.name, ...(year === null ? {} : { year }) }
  try {
    await answer(
      api.POST('/plans/{plan}/evidence/files', {
        params: { path: { plan }, query },
        headers: { 'Content-Type': type },
        body: '',
        // The bytes go as they are; the line above only satisfies the contract's type.
        bodySerializer: () => file,
      }),
    )
    return null
  } catch (error) {
    return refusalSentence(error)
  }
}

/** Windows without Office does not know what a docx is. */
function typeOfName(name: string): string {
  const types: Readonly<Record<string, string>> = EVIDENCE_TYPES
  return types[extensionOf(name)] ?? 'application/octet-stream'
}
