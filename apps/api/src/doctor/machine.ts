// What can be known without the database: the data directory, the secret, the room on the disk, the settings, the backups.
import { access, constants, readFile, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { listBackups, madeAt } from '../backup/retention.ts'
import type { Config } from '../config.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

const SECRET_CHARS = 32
const OTHERS = 0o077
const MB = 1024 * 1024
const LITTLE_ROOM = 500 * MB
const NO_ROOM = 100 * MB
const STALE_BACKUP_MS = 26 * 60 * 60_000

export async function examineDirectory(dataDir: string): Promise<Finding[]> {
  const there = await access(dataDir, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  )
  if (!there)
    return [
      fault(
        {
          code: 'data-dir',
          says: {
            vi: `Không đọc, ghi được thư mục dữ liệu ${dataDir}.`,
            en: `The data directory ${dataDir} cannot be read and written.`,
          },
        },
        'Tạo thư mục, hoặc trao quyền cho người dùng chạy Tiến Độ, hoặc sửa DATA_DIR.',
        'Make it, give the user that runs Tiến Độ access to it, or set DATA_DIR.',
      ),
    ]
  return [
    ok('data-dir', `Thư mục dữ liệu: ${dataDir}.`, `Data directory: ${dataDir}.`),
    await examineSecret(join(dataDir, 'secret')),
    await examineRoom(dataDir),
  ]
}

async function examineSecret(file: string): Promise<Finding> {
  const text = await readFile(file, 'utf8').catch(() => null)
  const code = 'secret'
  if (text === null)
    return warning(
      { code, says: { vi: 'Chưa có tệp secret.', en: 'There is no secret file yet.' } },
      'Lần khởi động đầu sẽ tạo. Nếu trước đây đã có, hãy khôi phục từ bản sao lưu.',
      'The first start makes it. If there was one, bring it back from the backup.',
    )
  if (text.trim().length < SECRET_CHARS)
    return fault(
      { code, says: { vi: 'Tệp secret quá ngắn, dễ đoán.', en: 'The secret is short enough to guess.' } },
      `Dừng dịch vụ, xóa ${file}, khởi động lại; mọi người đăng nhập lại.`,
      `Stop the service, remove ${file}, start again; everybody signs in anew.`,
    )
  if (((await stat(file)).mode & OTHERS) !== 0)
    return fault(
      {
        code,
        says: {
          vi: 'Người khác trên máy đọc được tệp secret.',
          en: 'Others on this machine can read the secret.',
        },
      },
      `chmod 600 ${file}`,
      `chmod 600 ${file}`,
    )
  return ok(
    code,
    'Tệp secret đủ dài và chỉ mình dịch vụ đọc được.',
    'The secret is long, and the service’s alone.',
  )
}

async function examineRoom(directory: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(directory)
  const free = bavail * bsize
  const said = {
    code: 'room',
    says: {
      vi: `Đĩa còn trống ${Math.floor(free / MB)} MB.`,
      en: `${Math.floor(free / MB)} MB of the disk are free.`,
    },
  }
  const wayOut = [
    'Giải phóng đĩa, hoặc chuyển DATA_DIR sang đĩa lớn hơn.',
    'Free some, or move DATA_DIR to a larger disk.',
  ] as const
  if (free < NO_ROOM) return fault(said, ...wayOut)
  if (free < LITTLE_ROOM) return warning(said, ...wayOut)
  return ok(said.code, said.says.vi, said.says.en)
}

export function examineSettings({ publicUrl, host, databaseUrl, mail }: Config): Finding[] {
  const findings: Finding[] = []
  const isAlone = host === '127.0.0.1' || host === 'localhost' || host === '::1'
  if (publicUrl.protocol === 'http:' && !isAlone)
    findings.push(
      warning(
        {
          code: 'plain-http',
          says: {
            vi: 'Máy khác truy cập không mã hóa (http): mật khẩu và phiên đăng nhập đi qua mạng dạng đọc được.',
            en: 'Other machines come in without encryption (http): passwords and sessions cross the network in the clear.',
          },
        },
        'Đặt một máy chủ https ở trước và đặt PUBLIC_URL=https://…, TRUSTED_PROXIES.',
        'Put an https server in front, and set PUBLIC_URL=https://… and TRUSTED_PROXIES.',
      ),
    )
  if (databaseUrl === null)
    findings.push(
      warning(
        {
          code: 'embedded',
          says: {
            vi: 'Dữ liệu nằm trong cơ sở dữ liệu nhúng: không chịu được mất điện đột ngột.',
            en: 'The data is in the embedded database: it does not survive a power cut.',
          },
        },
        'Khi dùng chính thức, chuyển sang Postgres: DATABASE_URL=postgres://… pnpm database:move',
        'For an office’s records move to Postgres: DATABASE_URL=postgres://… pnpm database:move',
      ),
    )
  if (mail === null)
    findings.push(
      warning(
        {
          code: 'mail',
          says: {
            vi: 'Chưa đặt máy chủ thư: không ai được nhắc qua thư.',
            en: 'No mail server is set: nobody is reminded by e-mail.',
          },
        },
        'Đặt SMTP_URL và MAIL_FROM.',
        'Set SMTP_URL and MAIL_FROM.',
      ),
    )
  return findings
}

export async function examineMail({ mail }: Pick<Config, 'mail'>): Promise<Finding[]> {
  if (mail === null) return []
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    url: mail.smtpUrl.href,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
  })
  try {
    await transport.verify()
    return [
      ok(
        'mail',
        `Máy chủ thư ${mail.smtpUrl.host} trả lời.`,
        `The mail server ${mail.smtpUrl.host} answers.`,
      ),
    ]
  } catch (error) {
    const why = (error as Error).message
    return [
      fault(
        {
          code: 'mail',
          says: {
            vi: `Máy chủ thư ${mail.smtpUrl.host} không nhận: ${why}`,
            en: `The mail server ${mail.smtpUrl.host} refuses: ${why}`,
          },
        },
        'Kiểm tra SMTP_URL (địa chỉ, cổng, tên, mật khẩu) với người quản lý máy chủ thư.',
        'Check SMTP_URL (address, port, name, password) with whoever runs the mail server.',
      ),
    ]
  }
}

export async function examineBackups(backupDir: string, now: Date): Promise<Finding> {
  const newest = (await listBackups(backupDir)).at(-1)
  const code = 'backup'
  const wayOut = [
    'Chạy `pnpm backup` rồi `pnpm backup:verify`; xem trang Công việc nền vì sao bản sao lưu đêm không có.',
    'Run `pnpm backup` and `pnpm backup:verify`; see the page of background jobs for why the night’s is missing.',
  ] as const
  if (newest === undefined)
    return warning(
      { code, says: { vi: `${backupDir} chưa có bản sao lưu nào.`, en: `${backupDir} holds no backup.` } },
      ...wayOut,
    )
  const hours = Math.floor((now.getTime() - madeAt(newest)) / 3_600_000)
  const said = {
    code,
    says: {
      vi: `Bản sao lưu mới nhất đã ${hours} giờ: ${newest}.`,
      en: `The newest backup is ${hours} hours old: ${newest}.`,
    },
  }
  if (now.getTime() - madeAt(newest) > STALE_BACKUP_MS) return warning(said, ...wayOut)
  return ok(code, said.says.vi, said.says.en)
}
