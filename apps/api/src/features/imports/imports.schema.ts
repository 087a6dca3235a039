import { LEFT_OUT_LINES } from '@tien-do/domain/import-layout'
import {
  DELIMITERS,
  ENCODINGS,
  IMPORT_ATOMICITIES,
  IMPORT_MODES,
  IMPORT_RESOURCES,
  IMPORT_STATES,
  IMPORT_STATUSES,
  IMPORT_STRATEGIES,
  UNKNOWN_COLUMNS,
} from '@tien-do/domain/import-options'
import { DATE_FORMATS } from '@tien-do/domain/import-row-cells'
import { IMPORT_FAULTS, IMPORT_WARNINGS } from '@tien-do/domain/import-row-fault'
import { DECIMAL_MARKS } from '@tien-do/domain/number-vi'
import { type Static, Type } from 'typebox'
import { IDEMPOTENCY_KEY } from '../../http/idempotency.ts'
import type { Language } from '../../http/problems.ts'
import {
  CursorText,
  exampleOf,
  Id,
  InstantText,
  nullable,
  oneOf,
  PlanParams,
  Problem,
  page,
  ref,
  Text,
  Whole,
} from '../../http/shapes.ts'
import { FAULT_WORDS } from './fault-words.ts'
import { DEFAULT_OPTIONS, type ImportReport as Report } from './import-run.ts'

const MOST_ERRORS = 10_000
const Line = Type.Integer({ minimum: 1, maximum: 2_147_483_647, format: 'int32' })
const Told = Text

/** One of a vocabulary, with what it is where nothing is said. */
function choice<const Values extends readonly string[]>(
  values: Values,
  otherwise: Values[number],
  description = '',
) {
  return Type.Unsafe<Values[number]>(
    Type.String({ enum: [...values], default: otherwise, ...(description ? { description } : {}) }),
  )
}

/** Excel allows 31. */
const SheetName = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '^[^\\u0000-\\u001f]+$',
  description: 'The sheet of a workbook, by its name',
})

export const ImportQuery = Type.Object(
  {
    resource: choice(IMPORT_RESOURCES, DEFAULT_OPTIONS.resource),
    mode: choice(
      IMPORT_MODES,
      DEFAULT_OPTIONS.mode,
      'validate (default) says what commit would do, and writes nothing',
    ),
    strategy: choice(IMPORT_STRATEGIES, DEFAULT_OPTIONS.strategy),
    atomic: choice(IMPORT_ATOMICITIES, DEFAULT_OPTIONS.atomic, 'all: one wrong row and nothing is written'),
    state: choice(
      IMPORT_STATES,
      DEFAULT_OPTIONS.state,
      'approved: for those who may vouch; every row names its source',
    ),
    unknownColumns: choice(UNKNOWN_COLUMNS, DEFAULT_OPTIONS.unknownColumns),
    maxErrors: Type.Integer({
      minimum: 1,
      maximum: MOST_ERRORS,
      default: DEFAULT_OPTIONS.maxErrors,
      format: 'int32',
    }),
    delimiter: choice(DELIMITERS, DEFAULT_OPTIONS.delimiter),
    encoding: choice(
      ENCODINGS,
      DEFAULT_OPTIONS.encoding,
      'auto recognises windows-1258 and the fonts .VnTime (tcvn3) and VNI; utf-8 leaves the letters as they are',
    ),
    sheet: Type.Optional(SheetName),
    decimal: choice(
      DECIMAL_MARKS,
      DEFAULT_OPTIONS.decimal,
      'auto refuses 1.234, which may be a thousand or a fraction',
    ),
    dateFormat: choice(DATE_FORMATS, DEFAULT_OPTIONS.dateFormat, 'auto reads 2026-11-14 and 14/11/2026'),
  },
  { additionalProperties: false },
)

/** Scripts say what they send, and may say that it must have come through whole. */
export const ImportHeaders = Type.Object({
  'content-encoding': Type.Optional(
    Type.String({ maxLength: 40, pattern: '^[ -~]*$', description: 'gzip, up to 200 MB inflated' }),
  ),
  'content-digest': Type.Optional(
    Type.String({
      maxLength: 300,
      pattern: '^[ -~]*$',
      description: 'sha-256=:…: of the bytes as sent (RFC 9530)',
    }),
  ),
  ...IDEMPOTENCY_KEY,
})

const place = { row: nullable(Line), line: nullable(Line), column: nullable(Told) }
const told = {
  message: Told,
  value: nullable(Told),
  params: Type.Optional(Type.Record(Type.String({ maxLength: 80 }), Type.Unknown())),
  key: nullable(Type.Record(Type.String({ maxLength: 80 }), nullable(Told))),
}
const ERROR_EXAMPLE = {
  row: 17,
  line: 19,
  column: 'numerator',
  code: 'not_a_number',
  message: 'Không phải số',
  value: '1.234,5x',
  key: { indicator: 'FB-02', area: 'TDP-05', on: '2026-11-14' },
}
const WARNING_EXAMPLE = {
  ...ERROR_EXAMPLE,
  column: 'area',
  code: 'whole_ward',
  message: 'Không ghi địa bàn: số liệu của toàn phường',
  value: null,
}
const ImportErrorShape = Type.Object(
  { ...place, code: oneOf(IMPORT_FAULTS), ...told },
  { $id: 'ImportError', additionalProperties: false, examples: [ERROR_EXAMPLE] },
)
const ImportWarningShape = Type.Object(
  { ...place, code: oneOf(IMPORT_WARNINGS), ...told },
  { $id: 'ImportWarning', additionalProperties: false, examples: [WARNING_EXAMPLE] },
)
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000, format: 'int32' })

const brief = {
  id: Id,
  resource: oneOf(IMPORT_RESOURCES),
  status: oneOf(IMPORT_STATUSES),
  mode: oneOf(IMPORT_MODES),
  atomic: oneOf(IMPORT_ATOMICITIES),
  strategy: oneOf(IMPORT_STRATEGIES),
  state: oneOf(IMPORT_STATES),
  counts: Type.Object(
    { read: Count, created: Count, updated: Count, unchanged: Count, rejected: Count },
    { additionalProperties: false },
  ),
  errorsUrl: nullable(
    Type.String({
      maxLength: 300,
      pattern: '^/api/v1/',
      description: 'The rejected rows as given (the first 5,000), to mend and send again',
    }),
  ),
  checksum: Type.String({
    maxLength: 80,
    pattern: '^sha-256:[0-9a-f]{64}$',
    description: 'sha-256 of the file',
  }),
  startedAt: InstantText,
  durationMs: Whole,
}
const EXAMPLE = {
  id: '0192f0c1-7c1e-7000-8000-000000000001',
  resource: 'measurements',
  status: 'applied',
  mode: 'commit',
  atomic: 'all',
  strategy: 'upsert',
  state: 'submitted',
  counts: { read: 1, created: 1, updated: 0, unchanged: 0, rejected: 0 },
  errorsUrl: null,
  checksum: 'sha-256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  startedAt: '2026-11-14T02:00:00.000Z',
  durationMs: 12,
}

const Reading = Type.Object(
  {
    encoding: oneOf(ENCODINGS.filter((encoding) => encoding !== 'auto')),
    converted: Type.Array(Type.Object({ from: Told, to: Told }, { additionalProperties: false }), {
      maxItems: 100,
    }),
    sheet: nullable(Told),
    leftOut: Type.Array(
      Type.Object({ line: Line, what: oneOf(LEFT_OUT_LINES), value: Told }, { additionalProperties: false }),
      { maxItems: 1_000 },
    ),
  },
  {
    additionalProperties: false,
    description: 'What the reader found out: the letters, the sheet, and the lines that are no rows',
  },
)

export const ImportReport = Type.Object(
  {
    ...brief,
    columns: Type.Object(
      { recognized: Type.Array(Text, { maxItems: 100 }), ignored: Type.Array(Told, { maxItems: 1_000 }) },
      { additionalProperties: false },
    ),
    reading: Reading,
    errors: Type.Array(ref(ImportErrorShape), { maxItems: MOST_ERRORS }),
    errorsTruncated: Type.Boolean(),
    warnings: Type.Array(ref(ImportWarningShape), { maxItems: MOST_ERRORS }),
  },
  {
    $id: 'ImportReport',
    additionalProperties: false,
    examples: [
      {
        ...EXAMPLE,
        columns: { recognized: ['indicator', 'area', 'on', 'numerator', 'denominator'], ignored: ['STT'] },
        reading: {
          encoding: 'utf-8',
          converted: [],
          sheet: null,
          leftOut: [{ line: 42, what: 'total', value: 'Tổng cộng' }],
        },
        errors: [],
        errorsTruncated: false,
        warnings: [],
      },
    ],
  },
)

const ImportBrief = Type.Object(
  { ...brief, by: Text },
  { $id: 'ImportBrief', additionalProperties: false, examples: [{ ...EXAMPLE, by: 'Nguyễn Thị Mẫu' }] },
)
export const ImportPage = page(ImportBrief, 'ImportPage')

/** A problem that carries the report: nothing was written. */
export const ImportProblem = Type.Object(
  { ...Problem.properties, report: Type.Optional(ref(ImportReport)) },
  { $id: 'ImportProblem', additionalProperties: true, examples: exampleOf(Problem) },
)

export const IMPORT_SHAPES = [
  ImportErrorShape,
  ImportWarningShape,
  ImportReport,
  ImportBrief,
  ImportPage,
  ImportProblem,
]

export const ImportParams = Type.Object({ ...PlanParams.properties, id: Id })
export const RunsQuery = Type.Object(
  {
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50, format: 'int32' }),
    cursor: Type.Optional(CursorText),
  },
  { additionalProperties: false },
)
export const ErrorsQuery = Type.Object({ format: choice(['csv'], 'csv') }, { additionalProperties: false })

const CSV_EXAMPLE =
  'indicator,area,on,numerator,denominator,source\nFB-02,TDP-05,2026-11-14,214,260,Tổ trưởng\n'
const ROW_EXAMPLE = {
  indicator: 'FB-02',
  area: 'TDP-05',
  on: '2026-11-14',
  numerator: 214,
  denominator: 260,
  source: 'Tổ trưởng',
}
const MOST_BYTES = 52_428_800

/** The columns as given, and one more that says what is wrong. */
export const RejectedRows = Type.String({
  maxLength: 8_000_000,
  format: 'binary',
  examples: [
    'indicator,area,on,numerator,denominator,lỗi\nFB-02,TDP-99,2026-11-14,1,2,Không có địa bàn này\n',
  ],
})

/** For the reader of the reference: the bytes themselves are read by the import, row by row. */
export const ImportBody = {
  content: {
    'text/csv': {
      schema: Type.String({
        maxLength: MOST_BYTES,
        format: 'binary',
        examples: [CSV_EXAMPLE],
        description:
          'UTF-8, with or without a byte order mark; comma, semicolon or tab; columns by their English or Vietnamese names',
      }),
    },
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
      schema: Type.String({
        maxLength: MOST_BYTES,
        format: 'binary',
        examples: ['PK'],
        description: 'A workbook: the sheet that fits, or the one named; its header may stand below a title',
      }),
    },
    'application/x-ndjson': {
      schema: Type.String({
        maxLength: MOST_BYTES,
        format: 'binary',
        examples: [`${JSON.stringify(ROW_EXAMPLE)}\n`],
      }),
    },
    'application/json': {
      schema: Type.Object(
        {
          rows: Type.Array(Type.Record(Type.String({ maxLength: 200 }), Type.Unknown()), {
            maxItems: 1_000_000,
          }),
        },
        { additionalProperties: false, examples: [{ rows: [ROW_EXAMPLE] }] },
      ),
    },
  },
}

/** The report as the contract shows it, in the caller's words. */
export function toWire(plan: string, report: Report, language: Language): Static<typeof ImportReport> {
  const { columns, reading, errors, warnings, errorsTruncated } = report
  return {
    ...briefOf(plan, report),
    columns: { recognized: [...columns.recognized], ignored: [...columns.ignored] },
    reading: {
      ...reading,
      converted: [...reading.converted],
      leftOut: [...reading.leftOut],
    },
    errors: errors.map((error) => ({ ...error, message: FAULT_WORDS[error.code][language] })),
    errorsTruncated,
    warnings: warnings.map((warning) => ({ ...warning, message: FAULT_WORDS[warning.code][language] })),
  }
}

export function briefOf(plan: string, report: Report) {
  const { id, resource, status, mode, atomic, strategy, state, counts, checksum, startedAt, durationMs } =
    report
  const errorsUrl =
    counts.rejected > 0 ? `/api/v1/plans/${encodeURIComponent(plan)}/imports/${id}/errors?format=csv` : null
  return {
    id,
    resource,
    status,
    mode,
    atomic,
    strategy,
    state,
    counts,
    errorsUrl,
    checksum: `sha-256:${checksum}`,
    startedAt,
    durationMs,
  }
}
