import { DIRECTIONS, MEASURES, TARGET_KINDS } from '@tien-do/domain/indicator'
import { DEADLINE_OUTCOMES, PUBLIC_PARTS } from '@tien-do/domain/publication'
import { INDICATOR_STATUSES } from '@tien-do/domain/status'
import { MILESTONE_OUTCOMES } from '@tien-do/domain/verdict'
import { Type } from 'typebox'
import {
  Code,
  Count,
  DayText,
  list,
  Name,
  NotModified,
  nullable,
  oneOf,
  PlanParams,
  Text,
  Whole,
} from '../../http/shapes.ts'
import { OPEN_TABLES } from './table-names.ts'

const Decimal = Type.Number({ minimum: -1e15, maximum: 1e15, format: 'double' })
const Coverage = Type.Object({ reported: Whole, expected: Whole })
const Sentence = Type.Object({ vi: Text, en: Text })

const PLAN_EXAMPLE = {
  code: 'chanh-lo-hts',
  title: 'Kế hoạch phát triển hạ tầng số',
  shortTitle: 'Hạ tầng số',
  issuer: 'Ủy ban nhân dân phường',
  number: null,
  issuedOn: null,
  sample: true,
  asOf: '2026-11-22',
  figuresUntil: '2026-11-14',
  parts: ['series'] as const,
  counts: { total: 21, reached: 3, notReached: 12, unknown: 6 },
  groups: [{ code: 'MB', title: 'Mạng viễn thông băng rộng di động' }],
  milestones: [{ code: '2030', label: '2030', on: '2030-12-31' }],
}

export const PublicPlan = Type.Object(
  {
    code: Code,
    title: Text,
    shortTitle: Text,
    issuer: Name,
    number: nullable(Name),
    issuedOn: nullable(DayText),
    /** The figures are samples, not the ward’s. */
    sample: Type.Boolean(),
    /** The day of the reading. */
    asOf: DayText,
    /** The newest day that an approved figure describes. */
    figuresUntil: nullable(DayText),
    /** What is shown beside the standing of the indicators. */
    parts: Type.Array(oneOf(PUBLIC_PARTS), { maxItems: 10 }),
    counts: Type.Object({ total: Whole, reached: Whole, notReached: Whole, unknown: Whole }),
    groups: Type.Array(Type.Object({ code: Code, title: Text }), { maxItems: 100 }),
    milestones: Type.Array(Type.Object({ code: Code, label: Text, on: DayText }), { maxItems: 100 }),
  },
  { $id: 'PublicPlan', additionalProperties: false, examples: [PLAN_EXAMPLE] },
)

export const PublicPlanList = list(PublicPlan, 'PublicPlanList')

const INDICATOR_EXAMPLE = {
  code: 'FB-02',
  name: 'Hộ gia đình có Internet cáp quang',
  nameEn: 'Households with fibre',
  group: 'FB',
  ref: 'II.2.2.1',
  measure: 'ratio' as const,
  direction: 'up' as const,
  unit: '%',
  counted: 'hộ',
  status: 'at_risk' as const,
  provisional: false,
  decided: null,
  reached: false,
  value: 71.6,
  decimals: 1,
  numerator: 179,
  denominator: 250,
  measuredOn: '2026-11-14',
  approvedOn: '2026-11-20',
  estimated: false,
  coverage: { reported: 12, expected: 14 },
  missingUnits: 34,
  sources: ['Tổ trưởng tổ dân phố'],
  provider: 'Bộ phận Văn hóa - Thông tin',
  targets: [
    {
      milestone: '2030',
      label: '2030',
      on: '2030-12-31',
      target: 85,
      kind: 'stated' as const,
      verdict: null,
    },
  ],
  numeratorText: 'Số hộ có Internet cáp quang',
  denominatorText: 'Tổng số hộ',
  definition: null,
  weight: 1,
  sentence: {
    vi: 'Đạt 71,6% (179/250 hộ), số liệu ngày 14/11/2026.',
    en: '71.6% (179 of 250) on 14 Nov 2026.',
  },
}

export const PublicIndicator = Type.Object(
  {
    code: Code,
    name: Text,
    nameEn: Text,
    group: Code,
    /** Where the plan speaks of it. */
    ref: Text,
    measure: oneOf(MEASURES),
    direction: oneOf(DIRECTIONS),
    unit: Text,
    counted: Text,
    status: oneOf(INDICATOR_STATUSES),
    provisional: Type.Boolean(),
    /** Where the leader judged otherwise than the rule: why, and until when. */
    decided: nullable(Type.Object({ computed: oneOf(INDICATOR_STATUSES), reason: Text, until: DayText })),
    /** Whether the newest figure is at or beyond the target of the current milestone; null where it cannot be said. */
    reached: nullable(Type.Boolean()),
    value: nullable(Decimal),
    decimals: Whole,
    numerator: nullable(Count),
    denominator: nullable(Count),
    /** The day that the figure describes, and the day on which it was approved. */
    measuredOn: nullable(DayText),
    approvedOn: nullable(DayText),
    estimated: Type.Boolean(),
    /** How many areas stand behind the figure; null where one figure speaks for the whole ward. */
    coverage: nullable(Coverage),
    missingUnits: nullable(Count),
    sources: Type.Array(Text, { maxItems: 20 }),
    /** The department whose figure it is. */
    provider: nullable(Name),
    targets: Type.Array(
      Type.Object({
        milestone: Code,
        label: Text,
        on: DayText,
        target: Decimal,
        kind: oneOf(TARGET_KINDS),
        verdict: nullable(oneOf(MILESTONE_OUTCOMES)),
      }),
      { maxItems: 50 },
    ),
    numeratorText: nullable(Text),
    denominatorText: nullable(Text),
    definition: nullable(Type.Object({ version: Whole, text: Text })),
    weight: Decimal,
    sentence: Sentence,
  },
  { $id: 'PublicIndicator', additionalProperties: false, examples: [INDICATOR_EXAMPLE] },
)

export const PublicIndicatorList = list(PublicIndicator, 'PublicIndicatorList')

const Point = Type.Object({
  on: DayText,
  value: nullable(Decimal),
  numerator: nullable(Count),
  denominator: nullable(Count),
  coverage: nullable(Coverage),
  estimated: Type.Boolean(),
})

export const PublicIndicatorDetail = Type.Object(
  {
    ...PublicIndicator.properties,
    /** The ward’s figures by day; empty where the series is not shown. */
    series: Type.Array(Point, { maxItems: 10_000 }),
    /** The planned path: straight lines between these corners. */
    path: Type.Array(Type.Object({ on: DayText, value: Decimal }), { maxItems: 100 }),
  },
  {
    $id: 'PublicIndicatorDetail',
    additionalProperties: false,
    examples: [
      {
        ...INDICATOR_EXAMPLE,
        series: [
          {
            on: '2026-11-14',
            value: 71.6,
            numerator: 179,
            denominator: 250,
            coverage: { reported: 12, expected: 14 },
            estimated: false,
          },
        ],
        path: [
          { on: '2025-12-31', value: 60 },
          { on: '2030-12-31', value: 85 },
        ],
      },
    ],
  },
)

export const PublicReport = Type.Object(
  {
    year: Whole,
    numberLine: Name,
    issuedOn: nullable(DayText),
    sentOn: nullable(DayText),
    /** A later report takes its place. */
    corrected: Type.Boolean(),
    /** Of the figures it was made from. */
    sha256: Type.String({ maxLength: 64, pattern: '^[0-9a-f]{64}$' }),
  },
  {
    $id: 'PublicReport',
    additionalProperties: false,
    examples: [
      {
        year: 2026,
        numberLine: 'Số: 05/BC-UBND',
        issuedOn: '2026-12-10',
        sentOn: '2026-12-11',
        corrected: false,
        sha256: 'a'.repeat(64),
      },
    ],
  },
)

export const PublicReportList = list(PublicReport, 'PublicReportList')

const PublicDeadline = Type.Object(
  {
    year: Whole,
    /** The ward’s own report to its superior; `lastDay` is what people read: "đến hết 14/12". */
    ward: Type.Object({ lastDay: DayText, sentOn: nullable(DayText), outcome: oneOf(DEADLINE_OUTCOMES) }),
    departments: Type.Object({ lastDay: DayText, expected: Whole, received: Whole, onTime: Whole }),
  },
  {
    $id: 'PublicDeadline',
    additionalProperties: false,
    examples: [
      {
        year: 2026,
        ward: { lastDay: '2026-12-14', sentOn: '2026-12-11', outcome: 'met' },
        departments: { lastDay: '2026-11-30', expected: 9, received: 8, onTime: 7 },
      },
    ],
  },
)

export const PublicDeadlineList = list(PublicDeadline, 'PublicDeadlineList')

const FIELD_TYPES = ['string', 'number', 'integer', 'date', 'boolean'] as const

export const DataPackage = Type.Object(
  {
    profile: Name,
    name: Code,
    title: Text,
    created: Type.String({ maxLength: 40, format: 'date-time' }),
    sources: Type.Array(Type.Object({ title: Name }), { maxItems: 10 }),
    resources: Type.Array(
      Type.Object({
        ...{ profile: Name, name: Name, title: Text, path: Name, format: Name, mediatype: Name },
        encoding: Name,
        schema: Type.Object({
          fields: Type.Array(Type.Object({ name: Name, type: oneOf(FIELD_TYPES), description: Text }), {
            maxItems: 100,
          }),
          primaryKey: Type.Array(Name, { maxItems: 10 }),
        }),
      }),
      { maxItems: 10 },
    ),
  },
  {
    $id: 'DataPackage',
    additionalProperties: false,
    examples: [
      {
        profile: 'tabular-data-package',
        name: 'chanh-lo-hts',
        title: PLAN_EXAMPLE.title,
        created: '2026-11-22T00:00:00+07:00',
        sources: [{ title: PLAN_EXAMPLE.issuer }],
        resources: [
          {
            ...{
              profile: 'tabular-data-resource',
              name: 'series',
              title: 'Số liệu',
              path: 'data/series.csv',
            },
            ...{ format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' },
            schema: {
              fields: [{ name: 'on', type: 'date', description: 'Ngày của số liệu' }],
              primaryKey: ['on'],
            },
          },
        ],
      },
    ],
  },
)

const DATASET_EXAMPLE = {
  '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' },
  '@id': 'https://tien-do.example/public/v1/plans/chanh-lo-hts',
  '@type': 'dcat:Dataset',
  'dct:title': PLAN_EXAMPLE.title,
  'dct:publisher': PLAN_EXAMPLE.issuer,
  'dct:language': 'vi',
  'dct:modified': '2026-11-22',
  'dcat:distribution': [
    {
      '@type': 'dcat:Distribution',
      'dct:title': 'Số liệu',
      'dcat:downloadURL': { '@id': 'https://tien-do.example/public/v1/plans/chanh-lo-hts/data/series.csv' },
      'dcat:mediaType': 'text/csv',
    },
  ],
}
const Address = Type.String({ maxLength: 600, format: 'uri' })

export const Dataset = Type.Object(
  {
    '@context': Type.Object({ dcat: Address, dct: Address }),
    '@id': Address,
    '@type': Name,
    'dct:title': Text,
    'dct:publisher': Name,
    'dct:language': Name,
    'dct:modified': DayText,
    'dcat:distribution': Type.Array(
      Type.Object({
        '@type': Name,
        'dct:title': Text,
        'dcat:downloadURL': Type.Object({ '@id': Address }),
        'dcat:mediaType': Name,
      }),
      { maxItems: 20 },
    ),
  },
  { $id: 'Dataset', additionalProperties: false, examples: [DATASET_EXAMPLE] },
)

export const OpenTableParams = Type.Object({
  ...PlanParams.properties,
  table: oneOf(OPEN_TABLES),
})

export const CSV_ANSWER = {
  200: {
    description: 'The table, in UTF-8 with a byte order mark',
    content: {
      'text/csv': {
        schema: Type.String({ maxLength: 50_000_000, pattern: '^', examples: ['code,on,value\r\n'] }),
      },
    },
  },
  304: NotModified,
}

export const PublicIndicatorParams = Type.Object({ ...PlanParams.properties, code: Code })

export const PUBLIC_SHAPES = [
  PublicPlan,
  PublicPlanList,
  PublicIndicator,
  PublicIndicatorList,
  PublicIndicatorDetail,
  PublicReport,
  PublicReportList,
  PublicDeadline,
  PublicDeadlineList,
  DataPackage,
  Dataset,
]
