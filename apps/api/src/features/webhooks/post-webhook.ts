// One try: a POST to the address that was checked, without following anything, and without reading much of the answer.
import { lookup } from 'node:dns'
import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { addressFault, checkedLookup, type OutboundRules } from '../../core/outbound.ts'

const PATIENCE_MS = 20_000
const MOST_OF_ANSWER = 64 * 1024

/** The status of the answer; throws where there is none, or where the address may not be called. */
export async function postWebhook(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  rules: OutboundRules,
): Promise<number> {
  const url = new URL(address)
  const fault = addressFault(url, rules)
  if (fault !== null) throw new Error(`the address may not be called: ${fault}`)
  const isTls = url.protocol === 'https:'
  return new Promise((done, fail) => {
    const sent = (isTls ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        'user-agent': 'tien-do-webhook/1',
      },
      lookup: checkedLookup((name, found) => lookup(name, { all: true }, found), rules),
      // A kept connection would go to an address that was checked some time ago.
      agent: isTls ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    sent.once('error', fail)
    sent.once('response', (answer) => {
      let read = 0
      answer.on('data', (chunk: Buffer) => {
        read += chunk.length
        if (read > MOST_OF_ANSWER) sent.destroy()
      })
      answer.once('close', () => done(answer.statusCode ?? 0))
      answer.once('error', () => done(answer.statusCode ?? 0))
    })
    sent.end(body)
  })
}
