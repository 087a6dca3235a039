// The files of a long report: 500 indicators and 2,000 tasks, each with its figure and its result, against two seconds.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool } from 'pg'
import type { Server } from './servers.ts'
import { median, table } from './table.ts'
import { watching } from './watching.ts'

const INDICATORS = 500
const TASKS = 2_000
const LIMIT_MS = 2_000
const ROUNDS = 5
const YEAR = 2025
const PLAN = 'mot-nghin-viec'
const PLAN_FILE = join(import.meta.dirname, '../../plans/chanh-lo.json')
const RESULT = 'Đã hoàn thành 12/12 nội dung, phát 48 tin bài trên hệ thống Đài truyền thanh phường.'

interface Coded {
  readonly code: string
}

export async function measureReports(pool: Pool, service: Server): Promise<string> {
  await pool.query(`update role_grant set plan_id = null where role = 'coordinator'`)
  await loadPlan(service)
  await loadFigures(service)
  await pool.query(
    `insert into task_result (id, plan_id, task_id, year, verdict, result, remaining, written_by, written_at)
     select gen_random_uuid(), t.plan_id, t.id, $1, 'done', $2, null, (select id from person limit 1), now()
     from task t join plan p on p.id = t.plan_id where p.code = $3`,
    [YEAR, RESULT, PLAN],
  )
  const { id } = (await ask(service, `/plans/${PLAN}/reports`, { year: YEAR })) as { id: string }
  const idle: number[] = []
  await watching(service, idle, () => new Promise((done) => setTimeout(done, LIMIT_MS)))
  const rows: string[][] = []
  for (const format of ['docx', 'xlsx', 'json']) {
    const [took, waits, sizes]: number[][] = [[], [], []]
    for (let round = 0; round < ROUNDS; round++) {
      const began = performance.now()
      const bytes = await watching(service, waits!, () => download(service, id, format))
      took!.push(performance.now() - began)
      sizes!.push(bytes)
    }
    rows.push([
      `.${format}`,
      seconds(took![0]!),
      seconds(median(took!)),
      (median(took!) / LIMIT_MS).toFixed(2),
      String(Math.round(median(sizes!) / 1_024)),
      String(waits!.length),
      median(waits!).toFixed(0),
      slowest(waits!),
    ])
  }
  const head = ['file', 'first, s', 'median, s', 'of 2 s', 'KB', 'asked meanwhile', '/healthz, ms', 'p99, ms']
  return `${table(head, rows)}\nWith nothing to do /healthz answers in ${median(idle).toFixed(0)} ms (p99 ${slowest(idle)} ms).\n`
}

const seconds = (ms: number) => (ms / 1_000).toFixed(2)

function slowest(waits: number[]): string {
  return (waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? Number.NaN).toFixed(0)
}

/** The real plan's indicators and tasks, again and again under other codes. */
async function loadPlan(service: Server): Promise<void> {
  const plan = JSON.parse(await readFile(PLAN_FILE, 'utf8')) as Record<string, unknown>
  const again = (name: string, many: number) => {
    const all = plan[name] as (Coded & Record<string, unknown>)[]
    return Array.from({ length: many }, (_, index) => {
      const each = all[index % all.length]!
      return { ...each, code: `${each.code}-${index}`, ...(name === 'tasks' ? PLAIN_TASK : PLAIN_INDICATOR) }
    })
  }
  const file = {
    ...plan,
    code: PLAN,
    indicators: again('indicators', INDICATORS),
    tasks: again('tasks', TASKS),
    responsibilities: [],
  }
  await ask(service, `/plans/${PLAN}/file?mode=commit`, file, { method: 'PUT', 'if-match': '*' })
}

const PLAIN_INDICATOR = {
  measure: 'ratio',
  unit: '%',
  perArea: false,
  denominatorOf: null,
  successor: null,
  hiddenInTask: null,
  naturalMin: 0,
  naturalMax: 100,
}
const PLAIN_TASK = { indicators: [], subItems: [] }

async function loadFigures(service: Server): Promise<void> {
  const { items } = (await ask(service, `/plans/${PLAN}/indicators`)) as { items: Coded[] }
  const lines = items.map(({ code }, index) => `${code},,${YEAR}-11-14,${index % 250},260,Tổ trưởng`)
  const body = ['indicator,area,on,numerator,denominator,source', ...lines].join('\n')
  const answer = await fetch(`${service.origin}/api/v1/plans/${PLAN}/imports?mode=commit&state=approved`, {
    method: 'POST',
    headers: { ...service.headers, 'content-type': 'text/csv', 'idempotency-key': crypto.randomUUID() },
    body,
  })
  if (!answer.ok) throw new Error(`figures: ${answer.status} ${(await answer.text()).slice(0, 2_000)}`)
}

async function download(service: Server, id: string, format: string): Promise<number> {
  const url = `${service.origin}/api/v1/plans/${PLAN}/reports/${id}/files/${format}`
  const answer = await fetch(url, { headers: service.headers })
  if (!answer.ok) throw new Error(`${format}: ${answer.status}`)
  return (await answer.arrayBuffer()).byteLength
}

async function ask(
  service: Server,
  path: string,
  body?: object,
  { method = body ? 'POST' : 'GET', ...headers }: Record<string, string> = {},
): Promise<unknown> {
  const answer = await fetch(`${service.origin}/api/v1${path}`, {
    method,
    headers: { ...service.headers, ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const said = await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${said.slice(0, 2_000)}`)
  return JSON.parse(said)
}
