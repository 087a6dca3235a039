// Standard Webhooks: what a receiver checks. Secrets are derived from the installation's own, and stored nowhere.
import { createHmac } from 'node:crypto'

export type SecretOf = (webhook: string, version: number) => string

/** `whsec_` and 32 bytes in base64, the same every time for a webhook and a version. */
export const secretsFrom =
  (installation: string): SecretOf =>
  (webhook, version) =>
    `whsec_${createHmac('sha256', installation).update(`webhook ${webhook} ${version}`).digest('base64')}`

/** The three headers; one signature for each secret, so that a receiver may change over when it likes. */
export function signed(id: string, at: Date, body: string, secrets: readonly string[]) {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  }
}
