import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ListPlus, Plus } from 'lucide-react'
import { useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { nameOf } from '../indicators/index.ts'
import { AddItems } from './add-items.tsx'
import { ChecklistFilters } from './checklist-filters.tsx'
import { countsInWords, isMissing, isThere } from './checklist-words.ts'
import { ItemList } from './item-list.tsx'
import { LevelSlices } from './level-slices.tsx'
import { type Checklist, checklistQuery } from './queries.ts'
import { SaveNotice } from './save-notice.tsx'
import { TakeFigure } from './take-figure.tsx'
import { useSaveItems } from './use-save-items.ts'

/** One list, for one officer and its twenty items: tick, say since when, add evidence, submit the figure. */
export function ChecklistPage() {
  const { ma: code } = useParams({ from: '/signed-in/danh-muc/$ma' })
  const search = useSearch({ from: '/signed-in/danh-muc/$ma' })
  const navigate = useNavigate()
  const plan = useCurrentPlan().code
  const { data: list } = useSuspenseQuery(checklistQuery(plan, code))
  const [isAdding, setAdding] = useState(false)
  usePageTitle(nameOf(list))
  const maySave = list.allowedActions.includes('checklist.save')
  const there = list.items.filter((item) => isThere(item, list))
  const gone = list.items.filter((item) => !isThere(item, list))
  const shown = there.filter(
    (item) =>
      (!search.cap || item.level === search.cap) &&
      (search.loc === undefined ||
        (search.loc === 'thieu' && isMissing(item)) ||
        (search.loc === 'chua-ra-soat' && item.status === null) ||
        (search.loc === 'xong' && item.status === 'done')),
  )
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs label={m.app_breadcrumbs_label()}>
            <TextLink to={PATHS.checklists}>{m.checklists_title()}</TextLink>
            {list.kind === 'indicator' ? (
              <TextLink to={PATHS.indicator} params={{ ma: code }}>
                {code}
              </TextLink>
            ) : (
              <TextLink to={PATHS.task} params={{ so: code }}>
                {code}
              </TextLink>
            )}
          </Breadcrumbs>
        }
        title={nameOf(list)}
        sub={
          <>
            <span>{countsInWords(list.counts)}</span>
            <span>{list.owner?.name ?? m.fact_owner_none()}</span>
          </>
        }
        actions={
          maySave && (
            <Button onPress={() => setAdding(true)}>
              <Plus aria-hidden />
              {m.checklist_add()}
            </Button>
          )
        }
      />
      {isAdding && <AddItems list={list} onClose={() => setAdding(false)} />}
      <LevelSlices list={list} />
      {list.items.length === 0 ? (
        <FirstStep list={list} maySave={maySave} onAdd={() => setAdding(true)} />
      ) : (
        <>
          <TakeFigure list={list} />
          <ChecklistFilters
            list={list}
            search={search}
            onSearch={(next) =>
              navigate({ to: PATHS.checklist, params: { ma: code }, search: next, replace: true })
            }
          />
          <ItemList list={list} items={shown} gone={search.loc || search.cap ? [] : gone} maySave={maySave} />
        </>
      )}
    </>
  )
}

/** An empty list says what to do first: take what the plan names, or type names. */
function FirstStep({ list, maySave, onAdd }: { list: Checklist; maySave: boolean; onAdd: () => void }) {
  const save = useSaveItems(list.code)
  if (!maySave)
    return (
      <EmptyState title={m.checklist_empty()}>
        {m.checklist_empty_for({ owner: list.owner?.name ?? m.fact_owner_none() })}
      </EmptyState>
    )
  const { proposals } = list
  return (
    <>
      <SaveNotice save={save} />
      <EmptyState
        icon={ListPlus}
        title={m.checklist_empty()}
        actions={
          <>
            {proposals.length > 0 && (
              <Button
                look="primary"
                isPending={save.isPending}
                onPress={() => save.mutate(proposals.map((each) => ({ ...each })))}
              >
                {m.checklist_take_proposals({ count: proposals.length })}
              </Button>
            )}
            <Button look={proposals.length > 0 ? 'secondary' : 'primary'} onPress={onAdd}>
              {m.checklist_add()}
            </Button>
          </>
        }
      >
        {m.checklist_empty_text()}
      </EmptyState>
    </>
  )
}
