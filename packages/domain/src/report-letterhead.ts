// The head and the foot of a report: who issues it to whom on its day, by the names valid on that day.

import type { Day } from './day.ts'
import { departmentInForce, isInForce, recipientOn, versionOn } from './department.ts'
import type { Plan } from './plan.ts'
import type { SnapshotPlan } from './report-snapshot.ts'
import { agencyLines, placeOf } from './report-words.ts'

/** What a person may say otherwise; null is what follows from the plan and the day. */
export interface LetterheadChoice {
  readonly superiorLines: readonly string[] | null
  readonly agencyLines: readonly string[] | null
  readonly symbol: string | null
  readonly place: string | null
  readonly addressees: readonly string[] | null
  readonly recipients: readonly string[] | null
  readonly signatureLines: readonly string[] | null
  readonly signer: string | null
}

export type Letterhead = {
  readonly [Key in keyof LetterheadChoice]: NonNullable<LetterheadChoice[Key]>
} & {
  /** "UBND phường Chánh Lộ", as the text speaks of itself. */
  readonly issuer: string
}

export const NO_CHOICE: LetterheadChoice = {
  superiorLines: null,
  agencyLines: null,
  symbol: null,
  place: null,
  addressees: null,
  recipients: null,
  signatureLines: null,
  signer: null,
}

type Issuing = Pick<SnapshotPlan, 'document' | 'departments' | 'departmentEvents' | 'wardDeadline'>

/** First "Như trên", last the file copy (Decree 30/2020, annex I, II.9). */
const AS_ABOVE = 'Như trên'

/**
 * The letterhead on a day. The committee in force issues it, to whom the ward's deadline routes it on that day; after a
 * reform the plan's signatory and the offices of a superior that is gone are not carried over: a person names them.
 */
export function letterheadOn(
  plan: Issuing,
  on: Day,
  typeSymbol: string,
  choice: LetterheadChoice,
): Letterhead {
  const { document, wardDeadline } = plan
  const issuerCode = departmentInForce(plan, document.issuer, on)
  const same = issuerCode === document.issuer
  const issuer = versionIn(plan, issuerCode, on)
  const name = issuer?.name ?? document.issuer
  const recipient = wardDeadline ? recipientOn(plan, wardDeadline, on) : null
  const addressee = recipient === null ? null : (versionIn(plan, recipient, on)?.name ?? recipient)
  const symbol = issuer?.symbol
  return {
    issuer: issuer?.shortName ?? document.issuer,
    superiorLines: choice.superiorLines ?? [],
    agencyLines: choice.agencyLines ?? agencyLines(name),
    symbol: choice.symbol ?? (symbol ? `${typeSymbol}-${symbol}` : typeSymbol),
    place: choice.place ?? (same ? document.place : (placeOf(name) ?? document.place)),
    addressees: choice.addressees ?? (addressee ? [addressee] : []),
    recipients: choice.recipients ?? recipientsOf(plan, same, on),
    signatureLines: choice.signatureLines ?? [
      `TM. ${agencyLines(name)[0] ?? ''}`,
      document.signatory.title.toUpperCase(),
    ],
    signer: choice.signer ?? (same ? document.signatory.name : ''),
  }
}

function versionIn(plan: Pick<SnapshotPlan, 'departments'>, code: string, on: Day) {
  const department = plan.departments.find((each) => each.code === code)
  return department ? versionOn(department.versions, on) : null
}

/** As the plan wrote to them; whoever ended since is its successor, by its own name, or nobody. */
function recipientsOf(plan: Issuing, same: boolean, on: Day): string[] {
  const { document } = plan
  const written = document.recipients.flatMap(({ kind, text, department = null }) => {
    if (kind === 'superior') return []
    if (department === null) return same || kind !== 'superior_sector' ? [{ kind, text }] : []
    const now = departmentInForce(plan, department, on)
    if (now === department && isThere(plan, now, on)) return [{ kind, text }]
    return isThere(plan, now, on) ? [{ kind, text: versionIn(plan, now, on)?.shortName ?? now }] : []
  })
  const corrected = written.map(({ text, kind }) => ({ kind, text: corrections(document, text) }))
  const file = corrected.filter(({ kind }) => kind === 'file')
  const others = corrected.filter(({ kind }) => kind !== 'file')
  return [AS_ABOVE, ...others.map(({ text }) => text), ...file.map(({ text }) => text)]
}

function isThere(plan: Pick<SnapshotPlan, 'departments'>, code: string, on: Day): boolean {
  return plan.departments.some((each) => each.code === code && isInForce(each, on))
}

/** The plan's misprints are not printed again. */
function corrections(document: SnapshotPlan['document'], text: string): string {
  return document.corrections
    .filter(({ where }) => where === 'document/recipients')
    .reduce((shown, { asWritten, shown: right }) => shown.replaceAll(asWritten, right), text)
}

/** Who heads a department that issues documents of its own, by how its name begins. */
const HEADS: readonly (readonly [RegExp, string])[] = [
  [/^Văn phòng/, 'CHÁNH VĂN PHÒNG'],
  [/^Phòng/, 'TRƯỞNG PHÒNG'],
  [/^Công an/, 'TRƯỞNG CÔNG AN'],
  [/^Ban Chỉ huy Quân sự/, 'CHỈ HUY TRƯỞNG'],
]

/** Of a department's own report: the committee above it, the department below, to whom its deadline routes it on the day. */
export function departmentLetterhead(plan: Plan, code: string, on: Day, sender: string) {
  const version = versionIn(plan, code, on)
  const committee = versionIn(plan, departmentInForce(plan, plan.document.issuer, on), on)
  const name = version?.name ?? code
  const deadline = plan.deadlines.find((each) => each.code === plan.cycle.departmentDeadline)
  const recipient =
    (deadline ? recipientOn(plan, deadline, on) : null) ?? departmentInForce(plan, plan.document.issuer, on)
  const through = deadline?.via ? departmentInForce(plan, deadline.via, on) : null
  const via = through !== null && through !== code ? versionIn(plan, through, on)?.name : null
  const addressee = versionIn(plan, recipient, on)?.name ?? recipient
  return {
    name,
    superiorLines: committee ? [committee.shortName.toUpperCase()] : [],
    agencyLines: [name.toUpperCase()],
    symbol: version?.symbol ? `BC-${version.symbol}` : 'BC',
    place: placeOf(committee?.name ?? '') ?? plan.document.place,
    addressees: [via ? `${addressee} (qua ${via})` : addressee],
    recipients: [AS_ABOVE, `Lưu: ${version?.shortName ?? code}`],
    signatureLines: [HEADS.find(([begins]) => begins.test(name))?.[1] ?? 'NGƯỜI BÁO CÁO'],
    signer: sender,
  }
}

/** A department's name as the text speaks of it on a day. */
export function departmentName(plan: SnapshotPlan, code: string, on: Day): string {
  return versionIn(plan, code, on)?.name ?? code
}
