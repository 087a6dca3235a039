import {
  CHECKLIST_STATUSES,
  type ChecklistCounts,
  type ChecklistItem,
  checklistFigure,
  countByLevel,
  countItems,
  OWNER_LEVELS,
  statusOn,
} from '@tien-do/domain/checklist'
import type { Day } from '@tien-do/domain/day'
import { type Actor, allowedAmong } from '@tien-do/domain/permission'
import { type Static, Type } from 'typebox'
import { etagOf } from '../../http/etag.ts'
import {
  Code,
  Count,
  DayText,
  EtagText,
  exampleOf,
  InstantText,
  list,
  Name,
  nullable,
  oneOf,
  PlanParams,
  ref,
  Text,
  Whole,
} from '../../http/shapes.ts'
import { DepartmentRef, departmentRef } from '../departments/index.ts'
import type { PlanInForce } from '../plans/index.ts'
import type { ItemRow, SayingRow } from './checklists.repo.ts'
import { departmentOf, type ListOfPlan, type ProposedItem } from './find-list.ts'

const MOST_CHANGES = 500
const MOST_ITEMS = 5_000

const ItemCode = Type.String({
  minLength: 1,
  maxLength: 40,
  pattern: '^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$',
  description: 'Letters and digits without accents, joined by single hyphens or dots',
})
const Counts = Type.Object(
  { all: Whole, done: Whole, missing: Whole, unreviewed: Whole, notApplicable: Whole },
  { additionalProperties: false },
)
const level = nullable(oneOf(OWNER_LEVELS))
const COUNTS = { all: 18, done: 12, missing: 5, unreviewed: 0, notApplicable: 1 }

const Item = Type.Object(
  {
    code: ItemCode,
    name: Name,
    level,
    validFrom: nullable(DayText),
    /** Exclusive. */
    validTo: nullable(DayText),
    /** On the day asked for; null: nobody has said. */
    status: nullable(oneOf(CHECKLIST_STATUSES)),
    since: nullable(DayText),
    note: nullable(Text),
    enteredBy: nullable(Name),
    enteredAt: nullable(InstantText),
    etag: EtagText,
  },
  {
    $id: 'ChecklistItem',
    additionalProperties: false,
    examples: [
      {
        code: 'MT-03',
        name: 'Máy trạm một cửa số 3',
        level: 'ward',
        validFrom: null,
        validTo: null,
        status: 'done',
        since: '2026-03-01',
        note: null,
        enteredBy: 'Võ Đình An',
        enteredAt: '2026-03-02T02:00:00.000Z',
        etag: '"2"',
      },
    ],
  },
)

const brief = {
  code: Code,
  kind: oneOf(['indicator', 'task'] as const),
  name: Text,
  nameEn: Text,
  counted: Text,
  owner: nullable(ref(DepartmentRef)),
  counts: Counts,
}
const BRIEF = {
  code: 'SEC-01',
  kind: 'indicator',
  name: 'Máy chủ, máy trạm có phòng chống mã độc',
  nameEn: 'Servers and workstations with anti-malware',
  counted: 'máy',
  owner: { code: 'VP-TK', name: 'Văn phòng - Thống kê', shortName: 'VP-TK' },
  counts: COUNTS,
}

const Brief = Type.Object(brief, { $id: 'ChecklistBrief', additionalProperties: false, examples: [BRIEF] })
export const ChecklistList = list(Brief, 'ChecklistList')

export const Checklist = Type.Object(
  {
    ...brief,
    asOf: DayText,
    byLevel: Type.Array(Type.Object({ level: oneOf(OWNER_LEVELS), counts: Counts }), { maxItems: 10 }),
    /** What the list stands for as a figure; null while it is empty or has items that nobody reviewed. */
    figure: nullable(Type.Object({ numerator: Count, denominator: Count })),
    items: Type.Array(ref(Item), { maxItems: MOST_ITEMS }),
    /** What the plan itself names and the list does not have yet. */
    proposals: Type.Array(Type.Object({ code: ItemCode, name: Text, level }), { maxItems: 500 }),
    allowedActions: Type.Array(oneOf(['checklist.save', 'measurement.save'] as const), { maxItems: 2 }),
  },
  {
    $id: 'Checklist',
    additionalProperties: false,
    examples: [
      {
        ...BRIEF,
        asOf: '2026-11-14',
        byLevel: [{ level: 'ward', counts: COUNTS }],
        figure: { numerator: 12, denominator: 17 },
        items: exampleOf(Item),
        proposals: [],
        allowedActions: ['checklist.save'],
      },
    ],
  },
)

const Change = Type.Object(
  {
    code: ItemCode,
    name: Type.Optional(Type.String({ ...Name, minLength: 1 })),
    level: Type.Optional(level),
    validFrom: Type.Optional(nullable(DayText)),
    validTo: Type.Optional(nullable(DayText)),
    status: Type.Optional(
      Type.Union([oneOf(CHECKLIST_STATUSES), Type.Null()], {
        description: 'From `since` on; null takes back what was said from `replaces` on',
      }),
    ),
    since: Type.Optional(nullable(DayText)),
    note: Type.Optional(nullable(Text)),
    replaces: Type.Optional(nullable(DayText)),
    etag: Type.Union([EtagText, Type.Null()], { description: 'What was seen; null: a new item' }),
  },
  { additionalProperties: false },
)
export const ChecklistChanges = Type.Object(
  { items: Type.Array(Change, { minItems: 1, maxItems: MOST_CHANGES }) },
  {
    $id: 'ChecklistChanges',
    additionalProperties: false,
    examples: [{ items: [{ code: 'MT-03', status: 'done', since: '2026-03-01', etag: '"1"' }] }],
  },
)
export type ChecklistChange = Static<typeof Change>

const RESULT_OUTCOMES = ['created', 'saved', 'unchanged', 'conflict', 'rejected'] as const
export const ChecklistResults = Type.Object(
  {
    results: Type.Array(
      Type.Object({
        index: Whole,
        outcome: oneOf(RESULT_OUTCOMES),
        /** As it is now; null where it was rejected and is not there. */
        item: nullable(ref(Item)),
        faults: Type.Array(
          Type.Object({
            pointer: Text,
            in: oneOf(['body'] as const),
            code: Name,
            params: Type.Optional(Type.Record(Type.String({ maxLength: 80 }), Type.Unknown())),
          }),
          { maxItems: 20 },
        ),
      }),
      { maxItems: MOST_CHANGES },
    ),
  },
  {
    $id: 'ChecklistResults',
    additionalProperties: false,
    examples: [{ results: [{ index: 0, outcome: 'saved', item: null, faults: [] }] }],
  },
)
export type ResultOutcome = (typeof RESULT_OUTCOMES)[number]

const Saying = Type.Object(
  {
    status: oneOf(CHECKLIST_STATUSES),
    since: DayText,
    note: nullable(Text),
    enteredBy: Name,
    enteredAt: InstantText,
    /** Where another one took its place. */
    supersededBy: nullable(Name),
    supersededAt: nullable(InstantText),
  },
  {
    $id: 'ChecklistSaying',
    additionalProperties: false,
    examples: [
      {
        status: 'done',
        since: '2026-03-01',
        note: null,
        enteredBy: 'Võ Đình An',
        enteredAt: '2026-03-02T02:00:00.000Z',
        supersededBy: null,
        supersededAt: null,
      },
    ],
  },
)
export const SayingList = list(Saying, 'ChecklistSayingList')

export const FigureOfList = Type.Object(
  { on: Type.Optional(DayText) },
  { $id: 'ChecklistFigureDay', additionalProperties: false, examples: [{ on: '2026-11-14' }] },
)
export const FigureTaken = Type.Object(
  {
    on: DayText,
    numerator: Count,
    denominator: Count,
    outcome: oneOf(['saved', 'unchanged'] as const),
  },
  {
    $id: 'ChecklistFigure',
    additionalProperties: false,
    examples: [{ on: '2026-11-14', numerator: 12, denominator: 17, outcome: 'saved' }],
  },
)

export const ListParams = Type.Object({ ...PlanParams.properties, code: Code })
export const ItemParams = Type.Object({ ...ListParams.properties, item: ItemCode })

export const CHECKLIST_SHAPES = [
  Item,
  Brief,
  ChecklistList,
  Checklist,
  ChecklistChanges,
  ChecklistResults,
  Saying,
  SayingList,
  FigureOfList,
  FigureTaken,
]

export interface ListReading {
  readonly plan: PlanInForce
  readonly list: ListOfPlan
  readonly items: readonly ItemRow[]
  readonly proposals: readonly ProposedItem[]
  readonly asOf: Day
}

export function toBrief({ plan, list: { owner, ...rest }, items, asOf }: ListReading): Static<typeof Brief> {
  const department = plan.plan.departments.find(({ code }) => code === owner)
  return {
    ...rest,
    owner: department ? departmentRef(department, asOf) : null,
    counts: { ...countItems(items as readonly ChecklistItem[], asOf) },
  }
}

export function toWire(reading: ListReading, actor: Actor): Static<typeof Checklist> {
  const { plan, list, items, proposals, asOf } = reading
  const figure = checklistFigure(countItems(items, asOf))
  return {
    ...toBrief(reading),
    asOf,
    byLevel: countByLevel(items, asOf).map(({ level, counts }) => ({ level, counts: countsOf(counts) })),
    figure:
      figure.kind === 'figure' ? { numerator: figure.numerator, denominator: figure.denominator } : null,
    items: items.map((item) => itemToWire(item, asOf)),
    proposals: proposals.map((each) => ({ ...each })),
    allowedActions: allowedAmong(
      actor,
      list.kind === 'indicator' ? ['checklist.save', 'measurement.save'] : ['checklist.save'],
      { plan: plan.code, department: departmentOf(plan, list) },
    ) as Static<typeof Checklist>['allowedActions'],
  }
}

function countsOf(counts: ChecklistCounts): Static<typeof Counts> {
  return { ...counts }
}

export function itemToWire(item: ItemRow, asOf: Day): Static<typeof Item> {
  const now = statusOn(item, asOf)
  const said = now && item.statuses.find(({ since }) => since === now.since)
  const { code, name, level, validFrom, validTo, version } = item
  return {
    code,
    name,
    level,
    validFrom,
    validTo,
    status: said?.status ?? null,
    since: said?.since ?? null,
    note: said?.note ?? null,
    enteredBy: said?.enteredByName ?? null,
    enteredAt: said ? new Date(said.enteredAt).toISOString() : null,
    etag: etagOf(version),
  }
}

export function sayingToWire(row: SayingRow): Static<typeof Saying> {
  const { status, since, note, enteredByName, enteredAt, supersededByName, supersededAt } = row
  return {
    status,
    since,
    note,
    enteredBy: enteredByName,
    enteredAt: new Date(enteredAt).toISOString(),
    supersededBy: supersededByName,
    supersededAt: supersededAt && new Date(supersededAt).toISOString(),
  }
}
