// E-mail over SMTP: neutral words, a link, no figures. Whoever reads it over a shoulder learns nothing.
import type { Day } from '@tien-do/domain/day'
import type { RemindedKind } from '@tien-do/domain/reminder'
import type { MailSettings } from '../../config.ts'

export interface Mail {
  /** Becomes the Message-ID: the same mail sent twice is one. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

export type SendMail = (mail: Mail) => Promise<void>

const PATIENCE_MS = 20_000

/** Sends through the office's server; each mail on a connection of its own, for there are few. */
export function mailOver({ smtpUrl, from }: MailSettings): SendMail {
  return async ({ id, to, subject, text }) => {
    // Read from disk when there is something to send: the service answers earlier.
    const { createTransport } = await import('nodemailer')
    const transport = createTransport({
      url: smtpUrl.href,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    })
    await transport.sendMail({
      from,
      to,
      subject,
      text,
      messageId: `<${id}@tien-do>`,
      headers: { 'auto-submitted': 'auto-generated' },
    })
  }
}

interface Said {
  readonly kind: RemindedKind
  readonly code: string | null
  readonly count: number
  readonly department: string | null
  readonly year: number
  readonly lastDay: Day | null
}

const WORDS: Record<RemindedKind, (said: Said) => string> = {
  report: ({ year, department }) => `Báo cáo năm ${year} của ${department}`,
  tasks: ({ year, department, count }) =>
    `Kết quả năm ${year} của ${count} nhiệm vụ do ${department} chủ trì`,
  obstacle: ({ code, department }) => `Vướng mắc ${code}${department === null ? '' : ` (${department})`}`,
  ward_report: ({ year }) => `Báo cáo năm ${year} của phường gửi cấp trên`,
}

/** What, and until when; neither figures nor the words of others. */
function lineOf(said: Said, today: Day): string {
  if (said.lastDay === null) return `- ${WORDS[said.kind](said)}: đang chờ anh/chị.`
  const late = said.lastDay < today ? 'đã quá hạn' : 'hạn'
  return `- ${WORDS[said.kind](said)}: ${late}, đến hết ngày ${vietnamese(said.lastDay)}.`
}

const vietnamese = (on: string) => `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`

/** The words of a reminder: what, until when, where. */
export function reminderMail(
  id: string,
  to: string,
  name: string,
  items: readonly Said[],
  today: Day,
  publicUrl: URL,
): Mail {
  return {
    id,
    to,
    subject:
      items.length === 1 ? 'Nhắc việc: một việc chờ anh/chị' : `Nhắc việc: ${items.length} việc chờ anh/chị`,
    text: [
      `Kính gửi ${name},`,
      '',
      ...items.map((said) => lineOf(said, today)),
      '',
      `Mở việc của tôi: ${publicUrl.origin}/`,
      '',
      'Thư này do phần mềm gửi. Không muốn nhận thư nhắc nữa thì tắt ở trang Tài khoản:',
      `${publicUrl.origin}/tai-khoan`,
    ].join('\n'),
  }
}
