import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatInstant } from '../../lib/format.ts'
import { errorSentence } from '../../lib/messages.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { putAnswer } from '../../lib/put-answer.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import styles from './publication.module.css'
import { publicationQuery } from './queries.ts'

type Publication = Schemas['Publication']
type Choice = Schemas['PublicationChoice']

const PARTS = {
  series: m.publication_part_series,
  reports: m.publication_part_reports,
  deadlines: m.publication_part_deadlines,
} as const
const ALL = Object.keys(PARTS) as (keyof typeof PARTS)[]

/** What everybody may see of the plan: nothing, until somebody switches it on here. */
export function PublicationPage() {
  usePageTitle(m.publication_title())
  const stored = useSuspenseQuery(publicationQuery(useCurrentPlan().code)).data
  return (
    <>
      <PageHeader title={m.publication_title()} sub={<p>{m.publication_sub()}</p>} />
      <div className={styles.page}>
        <Standing {...stored} />
        {stored.allowedActions.includes('publication.change') && (
          <ChoiceForm key={stored.etag} stored={stored} />
        )}
      </div>
    </>
  )
}

function Standing({ isPublic, changedAt, changedBy, page }: Publication) {
  const plan = useCurrentPlan().code
  const since =
    changedAt === null
      ? m.publication_never()
      : m.publication_since({ name: changedBy ?? '', time: formatInstant(changedAt) })
  return (
    <Notice
      kind={isPublic ? 'success' : 'info'}
      title={isPublic ? m.publication_is_on() : m.publication_is_off()}
      actions={
        isPublic && (
          <span className={styles.links}>
            <a href={new URL(page).pathname}>{m.publication_page()}</a>
            <a href={`/public/v1/plans/${encodeURIComponent(plan)}`}>{m.publication_data()}</a>
          </span>
        )
      }
    >
      {since}
    </Notice>
  )
}

function ChoiceForm({ stored }: { stored: Publication }) {
  const [{ isPublic, parts }, choose] = useState<Choice>(
    stored.changedAt === null ? { isPublic: false, parts: ALL } : stored,
  )
  const save = useChangePublication(stored.etag)
  const toggle = (part: (typeof ALL)[number], isChosen: boolean) =>
    choose({ isPublic, parts: ALL.filter((each) => (each === part ? isChosen : parts.includes(each))) })
  return (
    <Card title={m.publication_card()}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ isPublic, parts })
        }}
      >
        <Checkbox
          label={m.publication_on()}
          isChecked={isPublic}
          onChange={(isChosen) => choose({ isPublic: isChosen, parts })}
        />
        <fieldset className={styles.parts} disabled={!isPublic}>
          <legend>{m.publication_with()}</legend>
          {ALL.map((part) => (
            <Checkbox
              key={part}
              label={PARTS[part]()}
              isChecked={parts.includes(part)}
              onChange={(isChosen) => toggle(part, isChosen)}
            />
          ))}
        </fieldset>
        {save.error && (
          <Notice kind="error" live="alert">
            {errorSentence(save.error)}
          </Notice>
        )}
        <Button type="submit" look="primary" isDisabled={save.isPending}>
          {m.publication_save()}
        </Button>
      </form>
    </Card>
  )
}

function useChangePublication(etag: string) {
  const plan = useCurrentPlan().code
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ isPublic, parts }: Choice) =>
      answer(
        api.PUT('/plans/{plan}/publication', {
          params: { path: { plan }, header: { 'if-match': etag } },
          body: { isPublic, parts },
        }),
      ),
    onSuccess: (stored) => putAnswer(client, publicationQuery(plan).queryKey, stored),
    onError: () => client.invalidateQueries(publicationQuery(plan)),
  })
}
