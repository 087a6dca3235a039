// Evidence is added to a thing that is there, by whoever may, up to a number; the same file or link twice is one.
import type { Readable } from 'node:stream'
import {
  contentFault,
  declaredFault,
  type EvidenceFault,
  type EvidenceSubject,
  fileNameOf,
  isEvidenceLink,
  MOST_EVIDENCE_BYTES,
  MOST_EVIDENCE_OF_SUBJECT,
} from '@tien-do/domain/evidence'
import { authorize } from '../../core/authorize.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { FileStore } from '../../core/file-store.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, getPlanForChange, today } from '../plans/index.ts'
import {
  type EvidenceRow,
  findEvidence,
  insertEvidence,
  listEvidenceRows,
  lockSubject,
} from './evidence.repo.ts'
import type { OwnedEvidence } from './evidence.service.ts'
import { departmentOf } from './evidence-subject.ts'
import { inspectFile } from './inspect-file.ts'

type Content = Pick<EvidenceRow, 'kind' | 'name' | 'mediaType' | 'bytes' | 'sha256' | 'url'>
export interface Added extends OwnedEvidence {
  /** False: the subject had it already. */
  readonly isNew: boolean
}

export interface SentFile {
  readonly name: string
  /** As the request says. */
  readonly mediaType: string
  readonly stream: Readable
}

/** Everything that can be known before the bytes are read is asked first: who, what for, which kind. */
export async function addFile(
  context: Context,
  planCode: string,
  subject: EvidenceSubject,
  sent: SentFile,
  files: FileStore,
): Promise<Added> {
  await mayAdd(context, planCode, subject)
  const declared = declaredFault(sent.name, sent.mediaType)
  if (declared !== null) throw refused(declared, sent)
  const received = await files.receive(sent.stream, MOST_EVIDENCE_BYTES)
  try {
    const inspected = await inspectFile(received.path)
    const fault = contentFault(sent.name, { bytes: received.bytes, ...inspected })
    if (fault !== null) throw refused(fault, sent, inspected.sniffed)
    await received.keep()
  } catch (error) {
    await received.discard()
    throw error
  }
  const { bytes, sha256 } = received
  const name = fileNameOf(sent.name)
  return add(context, planCode, subject, {
    kind: 'file',
    name,
    mediaType: sent.mediaType,
    bytes,
    sha256,
    url: null,
  })
}

export async function addLink(
  context: Context,
  planCode: string,
  subject: EvidenceSubject,
  { url, name }: { url: string; name: string | null },
): Promise<Added> {
  if (!isEvidenceLink(url) || !URL.canParse(url))
    throw new AppError('evidence.refused', {
      faults: [{ pointer: '/url', in: 'body', code: 'link_not_https' }],
    })
  return add(context, planCode, subject, {
    kind: 'link',
    name: name?.trim() || new URL(url).host,
    url,
    mediaType: null,
    bytes: null,
    sha256: null,
  })
}

async function mayAdd(context: Context, planCode: string, subject: EvidenceSubject): Promise<void> {
  const plan = await getPlan(context, planCode)
  const department = await departmentOf(context.read, plan, subject, today(context))
  authorize(context.actor, 'evidence.add', { plan: plan.code, department })
  const rows = await listEvidenceRows(context.read, plan.id, {
    ...subject,
    year: subject.year ?? undefined,
    removed: false,
  })
  checkRoom(rows.filter(({ year }) => year === subject.year))
}

async function add(
  context: Context,
  planCode: string,
  subject: EvidenceSubject,
  content: Content,
): Promise<Added> {
  const { id: planId } = await getPlan(context, planCode)
  const act = { action: 'evidence.add', plan: { id: planId, code: planCode } } as const
  return context.change(act, async (tx, record) => {
    const plan = await getPlanForChange(tx, planCode)
    const department = await departmentOf(tx, plan, subject, today(context))
    authorize(context.actor, 'evidence.add', { plan: planCode, department })
    const before = await lockSubject(tx, plan.id, subject)
    const same = before.find(
      (row) => row.kind === content.kind && row.sha256 === content.sha256 && row.url === content.url,
    )
    if (same) return { row: same, department, isNew: false }
    checkRoom(before)
    const id = newId<string>()
    await insertEvidence(tx, {
      id,
      planId,
      ...subject,
      ...content,
      addedBy: context.actor.personId,
      addedAt: context.now().toISOString(),
    })
    record({
      resource: 'evidence',
      id,
      code: subject.code,
      subject: { department },
      before: null,
      after: { ...subject, ...content },
    })
    return { row: (await findEvidence(tx, plan.id, id))!, department, isNew: true }
  })
}

function checkRoom(rows: readonly EvidenceRow[]): void {
  if (rows.length >= MOST_EVIDENCE_OF_SUBJECT)
    throw new AppError('evidence.too-many', { members: { limit: MOST_EVIDENCE_OF_SUBJECT } })
}

function refused(
  code: EvidenceFault,
  { name, mediaType }: SentFile,
  sniffed: string | null = null,
): AppError {
  return new AppError('evidence.refused', {
    faults: [{ pointer: '/name', in: 'query', code, params: { name, declared: mediaType, found: sniffed } }],
  })
}
