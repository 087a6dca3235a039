import { useSuspenseQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Table } from '../../ui/table.tsx'
import { ExportLink } from '../imports/index.ts'
import { nameOf } from '../indicators/index.ts'
import { checklistsQuery } from './queries.ts'

/** All lists, with how far each is. */
export function ChecklistsPage() {
  usePageTitle(m.checklists_title())
  const { items } = useSuspenseQuery(checklistsQuery(useCurrentPlan().code)).data
  return (
    <>
      <PageHeader
        title={m.checklists_title()}
        sub={m.checklists_sub()}
        actions={<ExportLink resource="checklist-items" />}
      />
      <Card title={m.checklists_all({ count: items.length })} flush>
        <Table
          caption={m.checklists_title()}
          rows={items}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'name',
              header: m.checklists_list(),
              rowHeader: true,
              cell: (list) => (
                <TextLink to={PATHS.checklist} params={{ ma: list.code }}>
                  {list.code} {nameOf(list)}
                </TextLink>
              ),
            },
            {
              key: 'owner',
              header: m.fact_owner(),
              cell: ({ owner }) => owner?.shortName ?? m.fact_owner_none(),
            },
            { key: 'done', header: m.checklist_done(), number: true, cell: ({ counts }) => counts.done },
            {
              key: 'missing',
              header: m.checklists_missing(),
              number: true,
              cell: ({ counts }) => counts.missing,
            },
            {
              key: 'unreviewed',
              header: m.checklists_unreviewed(),
              number: true,
              cell: ({ counts }) => counts.unreviewed,
            },
            {
              key: 'na',
              header: m.checklist_not_applicable(),
              number: true,
              cell: ({ counts }) => counts.notApplicable,
            },
          ]}
        />
      </Card>
    </>
  )
}
