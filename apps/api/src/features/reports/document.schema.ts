// The wire shape of a report as a document: what a screen previews is what the file prints.
import { FIGURE_SOURCES } from '@tien-do/domain/report-figures'
import { Type } from 'typebox'
import { Code, DayText, Name, nullable, oneOf, Text } from '../../http/shapes.ts'

export const Key = Type.String({ minLength: 1, maxLength: 120, pattern: '^[^\\u0000-\\u001f]+$' })
const Lines = Type.Array(Text, { maxItems: 50 })

const Heading = Type.Object({
  kind: oneOf(['heading'] as const),
  level: Type.Integer({ minimum: 1, maximum: 3, format: 'int32' }),
  key: Key,
  text: Text,
})

const Paragraph = Type.Object({
  kind: oneOf(['paragraph'] as const),
  key: Key,
  /** With tokens such as {FB-02:value}. */
  text: Type.String({ maxLength: 20_000, pattern: '^[^\\u0000]*$' }),
  drafted: Type.String({ maxLength: 20_000, pattern: '^[^\\u0000]*$' }),
  edited: Type.Boolean(),
  changedFigures: Type.Array(Key, { maxItems: 1_000 }),
  owed: Type.Boolean(),
})

const Chart = Type.Object({ kind: oneOf(['chart'] as const), key: Key, indicator: Code, caption: Text })

const Column = Type.Object({
  key: Key,
  title: Text,
  width: Type.Number({ minimum: 0, maximum: 1_000, format: 'double' }),
  align: oneOf(['start', 'center', 'end'] as const),
})

const Cell = Type.Object({
  text: Text,
  number: nullable(Type.Number({ minimum: -1e15, maximum: 1e15, format: 'double' })),
  format: Type.String({ maxLength: 20, pattern: '^(text|count|money|decimal:[0-9]+)$' }),
})

const Appendix = Type.Object({
  key: Key,
  label: Name,
  title: Text,
  columns: Type.Array(Column, { maxItems: 50 }),
  rows: Type.Array(
    Type.Object({
      cells: Type.Array(Cell, { maxItems: 50 }),
      group: Type.Boolean(),
      total: Type.Optional(Type.Boolean()),
    }),
    { maxItems: 20_000 },
  ),
  note: nullable(Text),
})

const Figure = Type.Object({
  text: Text,
  source: Type.Object({
    resource: oneOf(FIGURE_SOURCES),
    codes: Type.Array(Code, { maxItems: 20_000 }),
    on: nullable(DayText),
  }),
})

export const DOCUMENT_EXAMPLE = {
  superiorLines: [],
  agencyLines: ['ỦY BAN NHÂN DÂN', 'PHƯỜNG CHÁNH LỘ'],
  numberLine: 'Số:      /BC-UBND',
  placeAndDay: 'Chánh Lộ, ngày      tháng      năm 2024',
  title: 'BÁO CÁO',
  abstract: 'Kết quả thực hiện Kế hoạch Hạ tầng số phường Chánh Lộ năm 2024',
  addressees: ['Ủy ban nhân dân thành phố Quảng Ngãi'],
  blocks: [
    { kind: 'heading', level: 1, key: 'ket-qua', text: 'II. KẾT QUẢ THỰC HIỆN' },
    {
      kind: 'paragraph',
      key: 'chi-tieu:FB-02',
      text: '- Tỷ lệ hộ có Internet cáp quang đạt {FB-02:value}.',
      drafted: '- Tỷ lệ hộ có Internet cáp quang đạt {FB-02:value}.',
      edited: false,
      changedFigures: [],
      owed: false,
    },
  ],
  closing: 'Trên đây là báo cáo kết quả, UBND phường Chánh Lộ kính báo cáo',
  recipients: ['Như trên', 'Lưu: VT, VHXH'],
  signatureLines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
  signer: 'Lê Việt Dũng',
  appendices: [],
  attachedTo: '(Kèm theo Báo cáo số      /BC-UBND ngày      tháng      năm 2024 của UBND phường Chánh Lộ)',
  proof: `Mã đối chiếu nhật ký của Kế hoạch ở bản cập nhật 812 (SHA-256): ${'a1'.repeat(32)}`,
  figures: {
    'FB-02:value': {
      text: '71,6%',
      source: { resource: 'indicator', codes: ['FB-02'], on: '2024-11-14' },
    },
  },
}

export const ReportDocumentShape = Type.Object(
  {
    superiorLines: Lines,
    agencyLines: Lines,
    numberLine: Name,
    placeAndDay: Name,
    title: Name,
    abstract: Text,
    addressees: Lines,
    blocks: Type.Array(Type.Union([Heading, Paragraph, Chart]), { maxItems: 20_000 }),
    closing: Text,
    recipients: Lines,
    signatureLines: Lines,
    signer: Name,
    appendices: Type.Array(Appendix, { maxItems: 20 }),
    attachedTo: Text,
    proof: nullable(Text),
    figures: Type.Record(Type.String({ maxLength: 120 }), Figure),
  },
  {
    $id: 'ReportDocument',
    additionalProperties: false,
    examples: [DOCUMENT_EXAMPLE],
  },
)
