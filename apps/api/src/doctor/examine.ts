// The whole examination, in the order in which somebody would look: the machine, the settings, the database, what is in it.
import { verifyChains } from '../audit-chains.ts'
import type { Config } from '../config.ts'
import { type Database, openDatabase } from '../db/client.ts'
import { DirectoryInUse } from '../db/directory-lock.ts'
import { type Finding, fault, ok, warning } from './finding.ts'
import { examineBackups, examineDirectory, examineMail, examineSettings } from './machine.ts'
import {
  examineAdministrators,
  examineAttachments,
  examineJobs,
  examineMigrations,
  examineServer,
} from './records.ts'

/** Everything that is known to go wrong, looked at; it changes nothing. */
export async function examine(config: Config, now: () => Date): Promise<Finding[]> {
  const machine = await examineDirectory(config.dataDir)
  const others = [
    ...examineSettings(config),
    ...(await examineMail(config)),
    await examineBackups(config.backupDir, now()),
  ]
  if (machine.some(({ level }) => level === 'fault') && config.databaseUrl === null)
    return [...machine, ...others]
  return [...machine, ...others, ...(await examineDatabase(config, now))]
}

async function examineDatabase(config: Config, now: () => Date): Promise<Finding[]> {
  let database: Database
  try {
    database = await openDatabase(config)
    await database.ready
  } catch (error) {
    if (error instanceof DirectoryInUse) return [inUse()]
    throw error
  }
  try {
    await database.ping()
    const findings = await examineServer(database, now)
    const migrations = await examineMigrations(database)
    if (migrations) findings.push(migrations)
    if (migrations?.level === 'ok') findings.push(...(await examineRecords(database, config.dataDir, now)))
    return findings
  } catch (error) {
    return [unreachable(error as Error)]
  } finally {
    await database.close()
  }
}

async function examineRecords(database: Database, dataDir: string, now: () => Date): Promise<Finding[]> {
  return [
    await examineAdministrators(database),
    await examineAttachments(database, dataDir),
    await examineAudit(database, now),
    await examineJobs(database),
  ]
}

async function examineAudit(database: Database, now: () => Date): Promise<Finding> {
  const chains = await verifyChains(database, now, () => null)
  const broken = chains.filter(({ whole }) => !whole).map(({ name }) => name)
  if (broken.length === 0) return ok('audit', 'Nhật ký nguyên vẹn.', 'The audit is whole.')
  return fault(
    {
      code: 'audit',
      says: {
        vi: `Nhật ký bị sửa hoặc mất dòng: ${broken.join(', ')}.`,
        en: `The audit was altered or has lost rows: ${broken.join(', ')}.`,
      },
    },
    'Chạy `pnpm audit:verify` để biết dòng nào; báo người phụ trách an toàn thông tin; so với bản sao lưu.',
    'Run `pnpm audit:verify` for the rows; tell whoever is in charge of security; compare with the backups.',
  )
}

const inUse = (): Finding =>
  warning(
    {
      code: 'in-use',
      says: {
        vi: 'Dịch vụ đang chạy trên cơ sở dữ liệu nhúng: chưa khám được dữ liệu.',
        en: 'The service is running on the embedded database: the data was not examined.',
      },
    },
    'Muốn khám cả dữ liệu thì dừng dịch vụ rồi chạy lại lệnh này.',
    'To have the data examined too, stop the service and run this again.',
  )

const unreachable = ({ message }: Error): Finding =>
  fault(
    {
      code: 'database',
      says: { vi: `Cơ sở dữ liệu không trả lời: ${message}`, en: `The database does not answer: ${message}` },
    },
    'Kiểm tra máy chủ Postgres có chạy không, và DATABASE_URL (địa chỉ, tên, mật khẩu).',
    'Check that the Postgres server runs, and DATABASE_URL (address, name, password).',
  )
