// A real SMTP server on this machine, and what it took.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface TakenMail {
  readonly to: string
  readonly text: string
  readonly messageId: string
}

export interface TestSmtp {
  readonly url: URL
  /** Only what was acknowledged: what the sender may believe. */
  readonly taken: TakenMail[]
  /** Asked before each mail is acknowledged; a promise that never settles leaves its sender waiting. */
  before: (to: string) => Promise<void>
  readonly stop: () => Promise<void>
}

export async function startSmtp(): Promise<TestSmtp> {
  const smtp = { taken: [] as TakenMail[], before: async () => undefined } as unknown as TestSmtp & {
    url: URL
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      let text = ''
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      stream.on('end', async () => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        await smtp.before(to)
        smtp.taken.push({ to, text, messageId: /^message-id: (.*)$/im.exec(text)?.[1]?.trim() ?? '' })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return Object.assign(smtp, {
    url: new URL(`smtp://127.0.0.1:${port}`),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}
