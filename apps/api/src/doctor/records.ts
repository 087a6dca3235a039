// What only the database knows: its version and clock, its migrations, whether attachments are whole, what work failed, who may administer.
import { join } from 'node:path'
import { fileOf, hashFile } from '../backup/make-backup.ts'
import type { Database } from '../db/client.ts'
import { countMigrations } from '../db/migrate.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

const OLDEST_POSTGRES = 15
const CLOCK_APART_S = 60

type Asked = Pick<Database, 'pool' | 'engine'>

export async function examineServer({ pool, engine }: Asked, now: () => Date): Promise<Finding[]> {
  const { rows } = await pool.query<{ version: number; at: number; is_superuser: boolean }>(
    `select current_setting('server_version_num')::int / 10000 as version, extract(epoch from clock_timestamp())::float8 as at,
       current_setting('is_superuser') = 'on' as is_superuser`,
  )
  const { version = 0, at = 0, is_superuser = false } = rows[0] ?? {}
  const findings: Finding[] = []
  if (version < OLDEST_POSTGRES)
    findings.push(
      fault(
        {
          code: 'version',
          says: { vi: `Postgres ${version} quá cũ.`, en: `Postgres ${version} is too old.` },
        },
        `Nâng lên Postgres ${OLDEST_POSTGRES} hoặc mới hơn.`,
        `Move to Postgres ${OLDEST_POSTGRES} or newer.`,
      ),
    )
  else
    findings.push(
      ok(
        'version',
        `Cơ sở dữ liệu trả lời (Postgres ${version}).`,
        `The database answers (Postgres ${version}).`,
      ),
    )
  const apart = Math.round(Math.abs(at - now().getTime() / 1_000))
  if (apart > CLOCK_APART_S)
    findings.push(
      fault(
        {
          code: 'clock',
          says: {
            vi: `Đồng hồ máy này và máy cơ sở dữ liệu lệch ${apart} giây.`,
            en: `The clocks of this machine and the database are ${apart} s apart.`,
          },
        },
        'Bật đồng bộ giờ (NTP) trên cả hai máy: hạn nộp tính theo giờ máy chủ.',
        'Switch time synchronisation (NTP) on: deadlines go by the server’s clock.',
      ),
    )
  if (engine === 'postgres' && is_superuser)
    findings.push(
      warning(
        {
          code: 'superuser',
          says: {
            vi: 'Tiến Độ đang dùng tài khoản toàn quyền của Postgres.',
            en: 'Tiến Độ signs in to Postgres as a superuser.',
          },
        },
        'Tạo một tài khoản riêng, chỉ là chủ của cơ sở dữ liệu này, và dùng nó trong DATABASE_URL.',
        'Make an account that owns this database and nothing else, and use it in DATABASE_URL.',
      ),
    )
  return findings
}

/** Null where the database is empty: a first start fills it. */
export async function examineMigrations({ pool }: Asked): Promise<Finding | null> {
  const { applied, ours } = await countMigrations(pool)
  const code = 'migrations'
  if (applied === 0) return null
  if (applied > ours)
    return fault(
      {
        code,
        says: {
          vi: 'Dữ liệu thuộc một phiên bản mới hơn phần mềm này.',
          en: 'The data belongs to a newer version than this one.',
        },
      },
      'Dùng lại phiên bản mới hơn, hoặc khôi phục bản sao lưu làm trước khi nâng cấp.',
      'Run the newer version again, or restore the backup from before the upgrade.',
    )
  if (applied < ours)
    return warning(
      {
        code,
        says: {
          vi: `Còn ${ours - applied} bước nâng cấp dữ liệu.`,
          en: `${ours - applied} migrations are still to come.`,
        },
      },
      'Lần khởi động tới sẽ tự làm; hãy sao lưu trước.',
      'The next start runs them; make a backup before.',
    )
  return ok(code, 'Dữ liệu đúng phiên bản này.', 'The data is of this version.')
}

export async function examineAttachments({ pool }: Asked, dataDir: string): Promise<Finding> {
  const { rows } = await pool.query<{ sha256: string }>(
    'select distinct sha256 from evidence where sha256 is not null',
  )
  const code = 'attachments'
  const harmed: string[] = []
  for (const { sha256 } of rows) {
    const found = await hashFile(fileOf(join(dataDir, 'files'), sha256)).catch(() => null)
    if (found !== sha256) harmed.push(sha256)
  }
  if (harmed.length > 0)
    return fault(
      {
        code,
        says: {
          vi: `${harmed.length} trên ${rows.length} tệp minh chứng mất hoặc hỏng: ${harmed.slice(0, 3).join(', ')}.`,
          en: `${harmed.length} of ${rows.length} evidence files are missing or damaged: ${harmed.slice(0, 3).join(', ')}.`,
        },
      },
      'Chép lại các tệp cùng tên từ thư mục files của bản sao lưu vào DATA_DIR/files.',
      'Copy the files of these names from the backups’ folder `files` into DATA_DIR/files.',
    )
  return ok(
    code,
    `Đủ ${rows.length} tệp minh chứng, không tệp nào hỏng.`,
    `All ${rows.length} evidence files are there and whole.`,
  )
}

export async function examineJobs({ pool }: Asked): Promise<Finding> {
  const { rows } = await pool.query<{ failed: number }>(
    `select count(*)::int as failed from pgboss.job where state = 'failed'`,
  )
  const failed = rows[0]?.failed ?? 0
  if (failed > 0)
    return warning(
      {
        code: 'jobs',
        says: { vi: `${failed} công việc nền đã hỏng.`, en: `${failed} background jobs have failed.` },
      },
      'Quản trị viên mở Cài đặt, Công việc nền: xem vì sao, rồi cho chạy lại.',
      'An administrator opens Settings, Background jobs: see why, then try again.',
    )
  return ok('jobs', 'Không công việc nền nào hỏng.', 'No background job has failed.')
}

export async function examineAdministrators({ pool }: Asked): Promise<Finding> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(distinct person.id)::int as count from person join role_grant on role_grant.person_id = person.id
     where role_grant.role = 'admin' and person.disabled_at is null
       and (role_grant.valid_to is null or role_grant.valid_to > current_date)`,
  )
  if ((rows[0]?.count ?? 0) === 0)
    return warning(
      { code: 'administrators', says: { vi: 'Chưa ai là quản trị viên.', en: 'Nobody is administrator.' } },
      'Khởi động lại dịch vụ: màn hình sẽ in một đường dẫn để tạo quản trị viên.',
      'Start the service again: it prints a link with which to make one.',
    )
  return ok('administrators', `Quản trị viên: ${rows[0]?.count} người.`, `Administrators: ${rows[0]?.count}.`)
}
