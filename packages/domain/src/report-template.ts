// What a report consists of, as data: sections, what is drafted in each, and its appendices. A plan may bring its own.

export const REPORT_PARTS = [
  'direction',
  'indicators',
  'tasks',
  'money',
  'achieved',
  'shortcomings',
  'causes',
  'obstacles',
  'next_year',
  'recommendations',
] as const
/** What the figures write by themselves. */
export type ReportPart = (typeof REPORT_PARTS)[number]

export const APPENDIX_KINDS = ['indicators', 'tasks', 'money'] as const
export type AppendixKind = (typeof APPENDIX_KINDS)[number]

/** What the words of a template may name. */
export const PLACEHOLDERS = ['issuer', 'plan', 'planShort', 'basis', 'year', 'nextYear', 'asOf'] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

/** A template's words with the report's own in them; what it does not know it leaves. */
export function filled(words: string, values: Partial<Readonly<Record<Placeholder, string>>>): string {
  return words.replace(/\{([A-Za-z]+)\}/g, (token, name: string) => values[name as Placeholder] ?? token)
}

export interface ReportSection {
  /** Names the section's paragraphs for good: letters, digits, hyphens. */
  readonly key: string
  readonly title: string
  readonly part: ReportPart | null
  /** Fixed words before what is drafted; may name `PLACEHOLDERS`. */
  readonly text: string | null
  readonly sections: readonly ReportSection[]
}

export interface ReportTemplate {
  readonly title: string
  readonly abstract: string
  readonly opening: string
  readonly closing: string
  /** The type of document in its symbol: BC. */
  readonly typeSymbol: string
  readonly sections: readonly ReportSection[]
  readonly appendices: readonly { readonly kind: AppendixKind; readonly title: string }[]
}

const section = (
  key: string,
  title: string,
  part: ReportPart | null = null,
  sections: readonly ReportSection[] = [],
): ReportSection => ({ key, title, part, text: null, sections })

/** The outline that communes use: direction, results, assessment, obstacles, next year, recommendations. */
export const DEFAULT_REPORT_TEMPLATE: ReportTemplate = {
  title: 'Báo cáo',
  abstract: 'Kết quả thực hiện Kế hoạch {planShort} năm {year}',
  opening:
    'Thực hiện {basis}; {issuer} báo cáo kết quả triển khai thực hiện năm {year} (số liệu tính đến ngày {asOf}) như sau:',
  closing: 'Trên đây là báo cáo kết quả thực hiện Kế hoạch {planShort} năm {year}, {issuer} kính báo cáo',
  typeSymbol: 'BC',
  sections: [
    section('chi-dao', 'Công tác chỉ đạo, triển khai thực hiện', 'direction'),
    section('ket-qua', 'Kết quả thực hiện', null, [
      section('chi-tieu', 'Kết quả thực hiện các mục tiêu', 'indicators'),
      section('nhiem-vu', 'Kết quả thực hiện nhiệm vụ, giải pháp', 'tasks'),
      section('kinh-phi', 'Kinh phí thực hiện', 'money'),
    ]),
    section('danh-gia', 'Đánh giá chung', null, [
      section('dat-duoc', 'Kết quả đạt được', 'achieved'),
      section('han-che', 'Tồn tại, hạn chế', 'shortcomings'),
      section('nguyen-nhan', 'Nguyên nhân', 'causes'),
    ]),
    section('vuong-mac', 'Khó khăn, vướng mắc', 'obstacles'),
    section('phuong-huong', 'Phương hướng, nhiệm vụ năm {nextYear}', 'next_year'),
    section('kien-nghi', 'Đề xuất, kiến nghị', 'recommendations'),
  ],
  appendices: [
    { kind: 'indicators', title: 'Kết quả thực hiện các chỉ tiêu năm {year}' },
    { kind: 'tasks', title: 'Kết quả thực hiện nhiệm vụ năm {year}' },
    { kind: 'money', title: 'Kinh phí thực hiện năm {year}' },
  ],
}

/** The sections in the order that was chosen, without those that were left out; new ones of the template come last. */
export function arranged(
  sections: readonly ReportSection[],
  order: readonly { readonly key: string; readonly on: boolean }[],
): ReportSection[] {
  const chosen = order.flatMap(({ key, on }) => (on ? (sections.find((each) => each.key === key) ?? []) : []))
  const unnamed = sections.filter((each) => !order.some(({ key }) => key === each.key))
  return [...chosen, ...unnamed]
}
