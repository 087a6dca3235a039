// What a start finds or makes: the plan, and somebody who may sign in.
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Actor } from '@tien-do/domain/permission'
import type { Config } from './config.ts'
import { atomically } from './core/change.ts'
import type { Context } from './core/context.ts'
import { openFileStore } from './core/file-store.ts'
import type { Database } from './db/client.ts'
import { DEMO_ACCOUNTS, loadPlanAndAccounts, loadSamples } from './demo.ts'
import { loadFigureSamples } from './demo-figures.ts'
import { loadBudgetSamples, loadObstacleSamples } from './demo-money.ts'
import { publishSamples } from './demo-open.ts'
import { loadPeriodSamples } from './demo-periods.ts'
import { loadRegisterSamples } from './demo-registers.ts'
import { loadReportSamples } from './demo-reports.ts'
import { loadSlipSamples } from './demo-slips.ts'
import { loadWorkSamples } from './demo-tasks.ts'
import { HOUSE, inviteFirstAdministrator } from './features/people/index.ts'
import { findPlan, replacePlan } from './features/plans/index.ts'
import { PLAN_FILE } from './paths.ts'

const FIRST_RUN_LOCK = 7_331_003

export type Mode = 'demo' | 'start'

export interface Welcome {
  readonly mode: Mode
  /** The secret of the link with which the first administrator is made; null when there is one. */
  readonly invitation: string | null
  /** Null when the accounts were made by an earlier start. */
  readonly demoPassword: string | null
}

interface Parts {
  readonly database: Database
  readonly config: Config
  readonly now: () => Date
}

/** Loads the plan where there is none, and the demo's accounts and samples; what is there already stays as it is. */
export function prepare(mode: Mode, { database, config, now }: Parts): Promise<Welcome> {
  const origin = { ip: null, requestId: null, keyId: null }
  return atomically(database.db, FIRST_RUN_LOCK, (contextOf) =>
    prepareAs(mode, config, (actor, at) => contextOf({ actor, origin, now: at ? () => at : now })),
  )
}

/** Acts for somebody, now or, for samples of what has been, at another time. */
export type ContextAs = (actor: Actor, at?: Date) => Context

async function prepareAs(mode: Mode, config: Config, contextAs: ContextAs): Promise<Welcome> {
  const context = contextAs(HOUSE)
  const file = JSON.parse(await readFile(PLAN_FILE, 'utf8')) as { code: string }
  const isNew = (await findPlan(context, file.code)) === undefined
  if (mode === 'start') {
    if (isNew) await replacePlan(context, file.code, file, null)
    return { mode, invitation: await inviteFirstAdministrator(context), demoPassword: null }
  }
  if (!isNew) return { mode, invitation: null, demoPassword: null }
  const demoPassword = config.demoPassword ?? randomBytes(9).toString('base64url')
  const people = await loadPlanAndAccounts(context, file, demoPassword)
  await loadSamples(contextAs(people.coordinator), file.code)
  await loadWorkSamples(contextAs, people, file.code)
  await loadObstacleSamples(contextAs, people, file.code)
  await loadBudgetSamples(contextAs, people, file.code)
  await loadFigureSamples(contextAs, people, file.code)
  await loadSlipSamples(contextAs, people, file.code)
  await loadPeriodSamples(contextAs, people, file.code)
  await loadReportSamples(contextAs, people, file.code)
  await loadRegisterSamples(contextAs, people, file.code, openFileStore(join(config.dataDir, 'files')))
  await publishSamples(contextAs, people, file.code)
  return { mode, invitation: null, demoPassword }
}

/** Says where the screens are and who may enter. */
export function announce(welcome: Welcome, address: AddressInfo | string | null, config: Config): void {
  const port = address && typeof address === 'object' ? address.port : config.port
  const url =
    config.publicUrl.port === String(config.port)
      ? `${config.publicUrl.protocol}//${config.publicUrl.hostname}:${port}`
      : config.publicUrl.origin
  const lines = [`Tiến Độ: ${url}`, `API: ${url}/api/docs`]
  if (welcome.invitation)
    lines.push(`Tạo quản trị viên (dùng một lần): ${url}/dat-mat-khau/${welcome.invitation}`)
  if (welcome.demoPassword)
    lines.push(
      `Tài khoản thử, mật khẩu ${welcome.demoPassword}`,
      ...DEMO_ACCOUNTS.map(({ email }) => `  ${email}`),
    )
  else if (welcome.mode === 'demo')
    lines.push('Tài khoản và số liệu của lần chạy trước còn nguyên; làm lại từ đầu: thêm --fresh')
  console.log(lines.join('\n'))
}
