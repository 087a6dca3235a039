// What each part of a report says, drafted from the snapshot: paragraphs with a key of their own.

import type { NarrativeSection } from './department-report-steps.ts'
import { formatMoney } from './number-vi.ts'
import type { PutFigure } from './report-figures.ts'
import { departmentName } from './report-letterhead.ts'
import { type MoneyColumn, moneyTotal } from './report-money.ts'
import { decisionOf, indicatorSentence, missingFigure, STATUS_WORDS, subjectOf } from './report-sentences.ts'
import type { ReportSnapshot, SnapshotIndicator } from './report-snapshot.ts'
import type { AppendixKind, ReportPart } from './report-template.ts'
import {
  countInProse,
  differenceInWords,
  ended,
  inSentence,
  listed,
  oneLine,
  sentence,
  shortDay,
} from './report-words.ts'
import type { IndicatorStatus } from './status.ts'

export interface DraftParagraph {
  readonly key: string
  readonly text: string
  /** A point's title before these paragraphs: "a) …". */
  readonly point?: string
  /** Nobody but a person can write it. */
  readonly owed?: boolean
}

export interface Drafting {
  readonly snapshot: ReportSnapshot
  readonly put: PutFigure
  /** "UBND phường …" on the document's day. */
  readonly issuer: string
  /** The label of an appendix: "Phụ lục I"; null where the report has none of the kind. */
  readonly labelOf: (kind: AppendixKind) => string | null
}

type Draft = (drafting: Drafting) => DraftParagraph[]

const BEHIND: readonly IndicatorStatus[] = ['at_risk', 'off_track', 'regressing', 'missed']

const seeAppendix = ({ labelOf }: Drafting, kind: AppendixKind) => {
  const label = labelOf(kind)
  return label === null ? '' : ` (chi tiết tại ${label})`
}

function quantitative({ indicators }: ReportSnapshot): SnapshotIndicator[] {
  return indicators.filter(({ measure }) => measure !== 'qualitative')
}

const counted = (drafting: Drafting, key: string, things: readonly SnapshotIndicator[]) =>
  drafting.put(
    `so:${key}`,
    countInProse(things.length),
    'indicator',
    things.map(({ code }) => code),
    drafting.snapshot.asOf,
  )

const names = (things: readonly SnapshotIndicator[]) => listed(things.map(({ name }) => inSentence(name)))

const DRAFTS: Readonly<Record<ReportPart, Draft>> = {
  direction: (drafting) => {
    const { snapshot, put, issuer } = drafting
    const owed = snapshot.departmentReports.filter(({ state }) => state !== 'exempt')
    const received = owed.filter(({ state }) => state !== 'missing')
    const onTime = owed.filter(({ state }) => state === 'on_time')
    const codes = owed.map(({ department }) => department)
    const led = snapshot.tasks.filter(({ lead }) => lead !== null)
    const assigned = `${issuer} tổ chức thực hiện Kế hoạch với ${put('nhiem-vu:tat-ca', countInProse(snapshot.tasks.length), 'task', [])} nhiệm vụ, trong đó ${put(
      'nhiem-vu:co-chu-tri',
      countInProse(led.length),
      'task',
      led.map(({ code }) => code),
    )} nhiệm vụ đã phân công đơn vị chủ trì.`
    if (owed.length === 0) return [{ key: 'phan-cong', text: assigned }]
    const reports = `Đến ngày lập báo cáo, ${put('bo-phan:da-gui', `${countInProse(received.length)}/${countInProse(owed.length)}`, 'department', codes)} bộ phận đã gửi báo cáo kết quả năm ${snapshot.year}, trong đó ${put(
      'bo-phan:dung-han',
      countInProse(onTime.length),
      'department',
      onTime.map(({ department }) => department),
    )} bộ phận gửi trong thời hạn.`
    return [
      { key: 'phan-cong', text: assigned },
      { key: 'bao-cao-bo-phan', text: reports },
    ]
  },

  indicators: (drafting) => {
    const { snapshot, put } = drafting
    const all = quantitative(snapshot)
    const reported = all.filter(({ figure }) => figure !== null)
    const met = all.filter(({ figure, met }) => figure !== null && met)
    const intro = `Kế hoạch có ${counted(drafting, 'chi-tieu', all)} chỉ tiêu định lượng được theo dõi; năm ${snapshot.year} có số liệu của ${counted(drafting, 'co-so-lieu', reported)} chỉ tiêu, trong đó ${counted(drafting, 'dat', met)} chỉ tiêu đạt mục tiêu đề ra${seeAppendix(drafting, 'indicators')}.`
    const groups = snapshot.plan.groups.filter(({ code }) =>
      snapshot.indicators.some(({ group }) => group === code),
    )
    return [
      { key: 'tong-quan', text: intro },
      ...groups.flatMap(({ code, title }) =>
        snapshot.indicators
          .filter(({ group }) => group === code)
          .map((indicator) => ({
            key: `chi-tieu:${indicator.code}`,
            text: `- ${indicatorSentence(snapshot, indicator, put)}`,
            point: title,
          })),
      ),
    ]
  },

  tasks: (drafting) => {
    const { snapshot, put } = drafting
    const reported = snapshot.tasks.filter(({ result }) => result !== null)
    const intro = `Trong ${put('nhiem-vu:tat-ca', countInProse(snapshot.tasks.length), 'task', [])} nhiệm vụ của Kế hoạch, ${put(
      'nhiem-vu:co-ket-qua',
      countInProse(reported.length),
      'task',
      reported.map(({ code }) => code),
    )} nhiệm vụ đã có kết quả báo cáo năm ${snapshot.year}${seeAppendix(drafting, 'tasks')}.`
    return [
      { key: 'tong-quan-nhiem-vu', text: intro },
      ...reported.map(({ code, name, result, progress }) => ({
        key: `nhiem-vu:${code}`,
        text: `- ${sentence(`${name}: ${[progress && inSentence(progress), result].filter(Boolean).join('; ')}`)}`,
      })),
      ...withoutResult(drafting),
      ...saidOf(snapshot, 'results', 'ket-qua'),
    ]
  },

  money: (drafting) => {
    const { snapshot, put } = drafting
    const { money, year } = snapshot
    if (money === null || money.lines.length === 0)
      return [{ key: 'kinh-phi', text: `Chưa có số liệu kinh phí năm ${year}.` }]
    const codes = [...new Set(money.lines.flatMap(({ department }) => department ?? []))]
    const total = (of: MoneyColumn) => {
      const sum = moneyTotal(snapshot, of)
      return sum === null ? null : put(`kinh-phi:${of}`, `${formatMoney(sum)} đồng`, 'budget', codes)
    }
    const clauses = [
      ['dự trù', total('requestedVnd')],
      ['được giao', total('allocatedVnd')],
      ['đã thực hiện', total('spentVnd')],
    ].flatMap(([what, amount]) => (amount === null ? [] : [`${what} ${amount}`]))
    const said = clauses.length === 0 ? 'chưa có số liệu' : clauses.join(', ')
    return [
      {
        key: 'kinh-phi',
        text: `Kinh phí thực hiện Kế hoạch năm ${year}: ${said}${seeAppendix(drafting, 'money')}.`,
      },
    ]
  },

  achieved: (drafting) => {
    const all = quantitative(drafting.snapshot).filter(({ figure }) => figure !== null)
    const met = all.filter(({ met }) => met)
    const onTrack = all.filter(({ status, met }) => status === 'on_track' && !met)
    return [
      met.length === 0
        ? { key: 'dat-duoc', text: 'Đến ngày chốt số liệu, chưa có chỉ tiêu nào đạt mục tiêu đề ra.' }
        : {
            key: 'dat-duoc',
            text: `${counted(drafting, 'dat', met)} chỉ tiêu đạt mục tiêu đề ra: ${names(met)}.`,
          },
      ...(onTrack.length === 0
        ? []
        : [
            {
              key: 'dung-tien-do',
              text: `${counted(drafting, 'dung-tien-do', onTrack)} chỉ tiêu đúng tiến độ: ${names(onTrack)}.`,
            },
          ]),
    ]
  },

  shortcomings: (drafting) => {
    const { snapshot, put } = drafting
    const all = quantitative(snapshot)
    const behind = all.filter(({ figure, status, met }) => figure !== null && !met && BEHIND.includes(status))
    const silent = all.filter(({ figure }) => figure === null)
    const missing = departmentsIn(snapshot, 'missing')
    const late = departmentsIn(snapshot, 'late')
    return [
      ...behind.map((indicator) => ({
        key: `han-che:${indicator.code}`,
        text: [
          `- ${subjectOf(indicator)}: ${inSentence(STATUS_WORDS[indicator.status])}${behindBy(indicator, put)}.`,
          ...(indicator.override ? [`${decisionOf(indicator)}.`] : []),
        ].join(' '),
      })),
      ...(silent.length === 0
        ? []
        : [
            {
              key: 'chua-co-so-lieu',
              text: `- ${counted(drafting, 'chua-co-so-lieu', silent)} chỉ tiêu chưa có số liệu năm ${snapshot.year}: ${names(silent)}.`,
            },
          ]),
      ...(late.length === 0
        ? []
        : [{ key: 'gui-sau-thoi-han', text: `- Bộ phận gửi báo cáo sau thời hạn: ${listed(late)}.` }]),
      ...(missing.length === 0
        ? []
        : [
            {
              key: 'chua-gui',
              text: `- Đến ngày lập báo cáo chưa nhận được báo cáo của: ${listed(missing)}.`,
            },
          ]),
      ...(behind.length + silent.length + late.length + missing.length === 0
        ? [
            {
              key: 'han-che',
              text: `Không có chỉ tiêu chậm tiến độ${snapshot.departmentReports.length > 0 ? '; các bộ phận gửi báo cáo đầy đủ, đúng hạn' : ''}.`,
            },
          ]
        : []),
      ...snapshot.tasks.flatMap(({ code, name, remaining }) =>
        remaining === null
          ? []
          : [{ key: `con-lai:${code}`, text: `- ${sentence(`${name}: ${remaining}`)}` }],
      ),
      ...saidOf(snapshot, 'shortcomings', 'han-che-bo-phan'),
    ]
  },

  causes: ({ snapshot }) => {
    const decided = snapshot.indicators.flatMap(({ code, name, override }) =>
      override === null
        ? []
        : [{ key: `nguyen-nhan:${code}`, text: `- ${sentence(`${name}: ${override.reason}`)}` }],
    )
    return decided.length > 0
      ? decided
      : [{ key: 'nguyen-nhan', text: 'Nguyên nhân: (nội dung do bộ phận tổng hợp bổ sung).', owed: true }]
  },

  obstacles: ({ snapshot, put }) => {
    const open = snapshot.obstacles.filter(({ resolved }) => !resolved)
    if (open.length === 0)
      return [
        {
          key: 'vuong-mac',
          text: `Trong năm ${snapshot.year} không có khó khăn, vướng mắc chưa được giải quyết.`,
        },
      ]
    return [
      ...raisedInYear(snapshot, put),
      ...open.map(({ code, title, raisedBy, raisedOn, decision, proposal }) => {
        const day = put(`vuong-mac:${code}:ngay`, shortDay(raisedOn), 'obstacle', [code], raisedOn)
        const by = raisedBy && departmentName(snapshot.plan, raisedBy, snapshot.asOf)
        const raised = by ? ` (${by} phản ánh ngày ${day})` : ''
        const answer = oneLine(decision ?? proposal ?? 'đang tổng hợp, đề xuất')
        return {
          key: `vuong-mac:${code}`,
          text: ended(`- ${oneLine(title)}${raised}: ${answer}`),
        }
      }),
    ]
  },

  next_year: (drafting) => {
    const { snapshot, put } = drafting
    const short = quantitative(snapshot).filter(
      ({ figure, met, requiredPerYear }) => figure?.value != null && !met && (requiredPerYear ?? 0) > 0,
    )
    const silent = quantitative(snapshot).filter(({ figure }) => figure === null)
    const continuing = `Tiếp tục thực hiện các nhiệm vụ của Kế hoạch trong năm ${snapshot.year + 1}.`
    return [
      { key: 'tiep-tuc', text: continuing },
      ...short.map((indicator) => ({
        key: `phan-dau:${indicator.code}`,
        text: `- ${subjectOf(indicator)}: phấn đấu ${indicator.direction === 'up' ? 'tăng' : 'giảm'} bình quân ${put(`${indicator.code}:required`, differenceInWords(indicator.requiredPerYear ?? 0, indicator.unit, indicator.shownDecimals), 'indicator', [indicator.code], indicator.figure?.on ?? null)} mỗi năm để đạt mục tiêu.`,
      })),
      ...silent.map((indicator) => ({
        key: `bo-sung:${indicator.code}`,
        text: `- Bổ sung số liệu ${inSentence(subjectOf(indicator))}: ${missingFigure(snapshot, indicator, put)}.`,
      })),
      ...saidOf(snapshot, 'direction', 'phuong-huong'),
    ]
  },

  recommendations: ({ snapshot, issuer }) => {
    const beyond = snapshot.obstacles.filter(({ beyondAuthority, resolved }) => beyondAuthority && !resolved)
    const asked = [
      ...beyond.map(({ code, title, proposal }) => ({
        key: `kien-nghi:${code}`,
        text: `- ${sentence(`${title}: ${proposal ?? 'đề nghị cấp trên xem xét, giải quyết'}`)}`,
      })),
      ...saidOf(snapshot, 'recommendations', 'kien-nghi-bo-phan'),
    ]
    return asked.length > 0 ? asked : [{ key: 'kien-nghi', text: `${issuer} không có đề xuất, kiến nghị.` }]
  },
}

/** "Không có.": a department that has nothing to say there. */
const NOTHING_SAID = /^không(?: có(?: gì)?)?[.!]?$/iu

/** What the departments wrote under a heading of their own reports, each with its name. */
function saidOf(
  { departmentReports, plan, asOf }: ReportSnapshot,
  section: NarrativeSection,
  prefix: string,
): DraftParagraph[] {
  return departmentReports.flatMap(({ department, narrative }) => {
    const words = narrative[section]
    if (!words || NOTHING_SAID.test(words.trim())) return []
    return [
      {
        key: `${prefix}:${department}`,
        text: `- ${sentence(`${departmentName(plan, department, asOf)}: ${words}`)}`,
      },
    ]
  })
}

/** How many obstacles the register has of the year, and how many of them are resolved. */
function raisedInYear({ obstacles, year }: ReportSnapshot, put: PutFigure): DraftParagraph[] {
  const resolved = obstacles.filter((each) => each.resolved)
  const token = (key: string, of: typeof obstacles) =>
    put(
      `vuong-mac:${key}`,
      countInProse(of.length),
      'obstacle',
      of.map(({ code }) => code),
    )
  const text = `Năm ${year} theo dõi ${token('tat-ca', obstacles)} khó khăn, vướng mắc, đã giải quyết ${token('da-giai-quyet', resolved)}; còn lại:`
  return [{ key: 'tong-vuong-mac', text }]
}

/** Tasks that nobody has reported on: how many, and whose they are. */
function withoutResult({ snapshot, put }: Drafting): DraftParagraph[] {
  const silent = snapshot.tasks.filter(({ result }) => result === null)
  if (silent.length === 0) return []
  const leads = [...new Set(silent.map(({ lead }) => lead))]
  const whose = leads.map((lead) => {
    const own = silent.filter((task) => task.lead === lead)
    const name = lead === null ? 'chưa phân công' : departmentName(snapshot.plan, lead, snapshot.asOf)
    const many = put(
      `nhiem-vu:chua-co:${lead ?? 'chua-phan-cong'}`,
      countInProse(own.length),
      'task',
      own.map(({ code }) => code),
    )
    return `${name} ${many}`
  })
  const count = put(
    'nhiem-vu:chua-co',
    countInProse(silent.length),
    'task',
    silent.map(({ code }) => code),
  )
  return [
    {
      key: 'nhiem-vu-chua-co',
      text: `${count} nhiệm vụ chưa có kết quả báo cáo năm ${snapshot.year} (đơn vị chủ trì: ${whose.join('; ')}).`,
    },
  ]
}

function behindBy(indicator: SnapshotIndicator, put: PutFigure): string {
  const { code, pathDelta, unit, shownDecimals, figure } = indicator
  if (pathDelta === null || pathDelta >= 0) return ''
  return `, thấp hơn lộ trình ${put(`${code}:path`, differenceInWords(pathDelta, unit, shownDecimals), 'indicator', [code], figure?.on ?? null)}`
}

function departmentsIn(
  { departmentReports, plan, asOf }: ReportSnapshot,
  state: 'missing' | 'late',
): string[] {
  return departmentReports
    .filter((report) => report.state === state)
    .map(({ department }) => departmentName(plan, department, asOf))
}

export function draftPart(part: ReportPart, drafting: Drafting): DraftParagraph[] {
  return DRAFTS[part](drafting)
}
