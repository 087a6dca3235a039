// A department's report on paper, from the copy that was sent: the committee above, the department below (Decree
// 30/2020/NĐ-CP, annex I); names as they were valid on the day it was sent.

import { departmentTables } from './department-report-appendix.ts'
import type { SentReport, SentUnder } from './department-report-copy.ts'
import type { NarrativeSection } from './department-report-steps.ts'
import { formatMoney } from './number-vi.ts'
import type { Plan } from './plan.ts'
import type { ReportAppendix, ReportBlock, ReportDocument } from './report-document.ts'
import { departmentLetterhead } from './report-letterhead.ts'
import {
  countInProse,
  ended,
  numberLine,
  oneLine,
  placeAndDay,
  roman,
  sentence,
  shortDay,
} from './report-words.ts'

/** The ward's own words for a section that the department left blank. */
const NOTHING_SAID = 'Không có.'

interface Section {
  readonly key: string
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** The document of what was sent under a receipt. */
export function composeDepartmentReport(plan: Plan, report: SentReport, sent: SentUnder): ReportDocument {
  const { year, dataCutOff } = report
  const head = departmentLetterhead(plan, report.department, sent.on, sent.by)
  const tables = departmentTables(plan, report)
  const labelled = tables.map(
    (table, at): ReportAppendix => ({
      ...table,
      label: tables.length === 1 ? 'Phụ lục' : `Phụ lục ${roman(at + 1)}`,
      note: null,
    }),
  )
  const labelOf = (key: string) => {
    const label = labelled.find((table) => table.key === key)?.label
    return label ? ` (chi tiết tại ${label})` : ''
  }
  const opening = `${head.name} báo cáo kết quả triển khai thực hiện Kế hoạch ${plan.shortTitle} năm ${year} (số liệu tính đến ngày ${shortDay(dataCutOff)}) như sau:`
  const line = numberLine(null, head.symbol)
  return {
    superiorLines: head.superiorLines,
    agencyLines: head.agencyLines,
    numberLine: line,
    placeAndDay: placeAndDay(head.place, sent.on, year),
    title: 'BÁO CÁO',
    abstract: `Kết quả thực hiện Kế hoạch ${plan.shortTitle} năm ${year}`,
    addressees: head.addressees,
    blocks: [
      paragraph('mo-dau', opening),
      ...sectionsOf(plan, report, labelOf).flatMap(({ key, title, paragraphs }, index) => [
        heading(key, `${roman(index + 1)}. ${title.toUpperCase()}`),
        ...paragraphs.map((text, at) => paragraph(`${key}:${at}`, text)),
      ]),
    ],
    closing: `Trên đây là báo cáo kết quả thực hiện năm ${year} của ${head.name}`,
    recipients: head.recipients,
    signatureLines: head.signatureLines,
    signer: head.signer,
    appendices: labelled,
    attachedTo: `(Kèm theo Báo cáo ${line.replace('Số:', 'số')} ngày ${shortDay(sent.on)} của ${head.name})`,
    proof: `Nộp theo phiếu số ${sent.receipt}/${year}; mã đối chiếu của bản đã nộp (SHA-256): ${sent.hash}`,
    figures: {},
  }
}

function sectionsOf(plan: Plan, report: SentReport, labelOf: (key: string) => string): Section[] {
  const { narrative, obstacles, without } = report
  const said = (section: NarrativeSection) => paragraphsOf(narrative[section] ?? '')
  const open = obstacles.filter(({ state }) => state !== 'resolved' && state !== 'merged')
  const missing = without.map(
    (each) => `- ${ended(`${thingOf(plan, each)}: chưa có số liệu; ${oneLine(each.reason)}`)}`,
  )
  return [
    {
      key: 'ket-qua',
      title: 'Kết quả thực hiện',
      paragraphs: [...said('results'), ...delivered(report, labelOf), ...missing],
    },
    { key: 'ton-tai', title: 'Tồn tại, hạn chế và nguyên nhân', paragraphs: orNothing(said('shortcomings')) },
    {
      key: 'vuong-mac',
      title: 'Khó khăn, vướng mắc',
      paragraphs: orNothing(
        open.map(
          ({ title, raisedOn, decision, proposal }) =>
            `- ${ended(`${oneLine(title)} (phản ánh ngày ${shortDay(raisedOn)}): ${oneLine(decision ?? proposal ?? 'đang chờ xem xét, giải quyết')}`)}`,
        ),
      ),
    },
    { key: 'kinh-phi', title: `Kinh phí năm ${report.year + 1}`, paragraphs: [moneyOf(report, labelOf)] },
    {
      key: 'phuong-huong',
      title: `Phương hướng, nhiệm vụ năm ${report.year + 1}`,
      paragraphs: orNothing(said('direction')),
    },
    { key: 'kien-nghi', title: 'Đề xuất, kiến nghị', paragraphs: orNothing(said('recommendations')) },
  ]
}

/** How much was sent, and in which appendix it stands. */
function delivered({ figures, tasks }: SentReport, labelOf: (key: string) => string): string[] {
  const indicators = new Set(figures.map(({ indicator }) => indicator)).size
  const withResult = tasks.filter(({ result }) => result !== null).length
  return [
    indicators === 0
      ? null
      : `Báo cáo số liệu của ${countInProse(indicators)} chỉ tiêu${labelOf('figures')}.`,
    tasks.length === 0
      ? null
      : `Chủ trì ${countInProse(tasks.length)} nhiệm vụ, trong đó ${countInProse(withResult)} nhiệm vụ có kết quả báo cáo${labelOf('tasks')}.`,
  ].filter((text) => text !== null)
}

function moneyOf({ request, year }: SentReport, labelOf: (key: string) => string): string {
  if (request === null) return `Chưa có đề nghị kinh phí năm ${year + 1}.`
  if (request.noCost) return `Không đề nghị kinh phí năm ${request.year}.`
  return `Dự trù kinh phí năm ${request.year}: ${formatMoney(request.requested)} đồng${labelOf('request')}.`
}

function thingOf(plan: Plan, { code, area }: SentReport['without'][number]): string {
  const named = [...plan.indicators, ...plan.tasks].find((each) => each.code === code)?.name
  const where = plan.areas.find((each) => each.code === area)?.name
  return [named ?? code ?? 'Nội dung', where].filter(Boolean).join(', ')
}

function paragraphsOf(words: string): string[] {
  return words
    .split(/\n+/)
    .map(oneLine)
    .filter((text) => text !== '')
    .map(sentence)
}

function orNothing(paragraphs: readonly string[]): readonly string[] {
  return paragraphs.length > 0 ? paragraphs : [NOTHING_SAID]
}

function heading(key: string, text: string): ReportBlock {
  return { kind: 'heading', level: 1, key: `muc:${key}`, text }
}

function paragraph(key: string, text: string): ReportBlock {
  return { kind: 'paragraph', key, text, drafted: text, edited: false, changedFigures: [], owed: false }
}
