// Samples of what figures rest on: counts of every area, lists that are half done, two files that show it.
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Actor } from '@tien-do/domain/permission'
import type { Context } from './core/context.ts'
import type { FileStore } from './core/file-store.ts'
import type { DemoPeople } from './demo.ts'
import { saveChecklist } from './features/checklists/index.ts'
import { recordDenominators } from './features/denominators/index.ts'
import { addEvidenceFile } from './features/evidence/index.ts'
import { today } from './features/plans/index.ts'
import { SAMPLE_FIGURES_FILE } from './paths.ts'

/** The register agrees with the sample figures: what those were divided by is what there is. */
const COUNTED_BY_INDICATOR = [
  ['FB-02', 'households'],
  ['MB-03', 'population'],
  ['MB-02', 'adults'],
] as const
const DAYS = ['2025-12-31', '2026-11-14']
const SINCE = '2024-06-01'
const SAMPLE = 'Số liệu minh họa'

type SampleItem = readonly [
  code: string,
  name: string,
  level: 'province' | 'city' | 'ward' | null,
  isDone: boolean | null,
]
const LISTS: Readonly<Record<string, readonly SampleItem[]>> = {
  'SEC-01': [
    ['MC-01', 'Máy chủ văn thư', null, true],
    ['MT-01', 'Máy trạm một cửa số 1', null, true],
    ['MT-02', 'Máy trạm một cửa số 2', null, true],
    ['MT-03', 'Máy trạm tư pháp - hộ tịch', null, false],
    ['MT-04', 'Máy trạm tài chính - kế toán', null, true],
    ['MT-05', 'Máy trạm địa chính', null, false],
  ],
  'DP-03': [
    ['HT-01', 'Hệ thống một cửa điện tử của tỉnh', 'province', true],
    ['HT-02', 'Cơ sở dữ liệu đất đai của tỉnh', 'province', false],
    ['HT-03', 'Hệ thống quản lý đô thị của thành phố', 'city', false],
    ['HT-04', 'Phần mềm quản lý hộ tịch của phường', 'ward', true],
    ['HT-05', 'Phần mềm kế toán của phường', 'ward', null],
  ],
}

export async function loadRegisterSamples(
  contextAs: (actor: Actor) => Context,
  { coordinator, officer }: DemoPeople,
  plan: string,
  files: FileStore,
): Promise<void> {
  const context = contextAs(coordinator)
  await loadCounts(context, plan)
  for (const [list, items] of Object.entries(LISTS)) {
    const changes = items.map(([code, name, level, isDone]) => ({
      code,
      name,
      level,
      etag: null,
      ...(isDone === null
        ? {}
        : { status: isDone ? ('done' as const) : ('not_done' as const), since: SINCE, note: SAMPLE }),
    }))
    await saveChecklist(context, plan, list, changes)
  }
  const file = (name: string) => ({
    name,
    mediaType: 'application/pdf',
    stream: Readable.from([samplePdf(name)]),
  })
  const about = (code: string) => ({ resource: 'measurement' as const, code, year: 2026 })
  await addEvidenceFile(
    context,
    plan,
    about('FB-02/TDP-01'),
    file('Biên bản rà soát tổ 1 (minh họa).pdf'),
    files,
  )
  await addEvidenceFile(
    contextAs(officer),
    plan,
    about('CR-01'),
    file('Bảng kê sổ hộ tịch (minh họa).pdf'),
    files,
  )
}

async function loadCounts(context: Context, plan: string): Promise<void> {
  const now = today(context)
  const rows = (await readFile(SAMPLE_FIGURES_FILE, 'utf8')).split('\n').map((line) => line.split(','))
  const entries = COUNTED_BY_INDICATOR.flatMap(([indicator, kind]) =>
    rows
      .filter(([code, area, on = '']) => code === indicator && area && DAYS.includes(on) && on <= now)
      .map(([, area = '', on = '', , denominator]) => ({
        kind,
        area,
        on,
        value: Number(denominator),
        countedBy: 'Tổ trưởng tổ dân phố',
        source: SAMPLE,
        etag: null,
      })),
  )
  if (entries.length > 0) await recordDenominators(context, plan, entries)
}

/** A page without words: enough for a reader to open. */
function samplePdf(mark: string): Buffer {
  return Buffer.from(
    `%PDF-1.4\n% ${Buffer.from(mark).toString('hex')}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  )
}
