// The open streams of this process: fed by hints, asked every few seconds whether their reader may still read.
import { PassThrough } from 'node:stream'
import type { Actor } from '@tien-do/domain/permission'
import { type Hints, MISSED } from '../../core/hint.ts'
import { eventText, mayHear, type Seen } from './events.service.ts'

/** A reader who takes nothing any more is gone. */
const MOST_UNREAD_BYTES = 64 * 1024
/** Proxies close what is silent for long. */
const HEARTBEAT_MS = 15_000
const AGAIN_MS = 3_000

export interface Reader {
  readonly actor: Actor
  /** Who the credentials of this stream belong to now; null when they are no longer good. */
  readonly stillThere: () => Promise<Actor | null>
}

export interface EventStreams {
  readonly open: (reader: Reader, seen: Seen) => PassThrough
  readonly endAll: () => void
}

export function eventStreams(hints: Hints, heartbeatMs = HEARTBEAT_MS): EventStreams {
  const open = new Set<PassThrough>()
  return {
    open: (reader, seen) => {
      const stream = new PassThrough()
      let { actor } = reader
      const say = (text: string) => {
        if (stream.writableLength > MOST_UNREAD_BYTES) stream.destroy()
        else stream.write(text)
      }
      const unfollow = hints.follow((heard) => {
        if (heard === MISSED) say(eventText('missed', null, seen))
        else if ('resources' in heard && mayHear(actor, heard)) say(eventText('change', heard, seen))
      })
      const heartbeat = setInterval(async () => {
        // The database may be away for a while; that is no reason to send anybody away.
        const now = await reader.stillThere().catch(() => actor)
        if (now === null) return stream.end()
        actor = now
        say(': \n\n')
      }, heartbeatMs)
      heartbeat.unref()
      open.add(stream)
      stream.once('close', () => {
        clearInterval(heartbeat)
        unfollow()
        open.delete(stream)
      })
      stream.write(`retry: ${AGAIN_MS}\n\n`)
      return stream
    },
    endAll: () => {
      for (const stream of open) stream.end()
    },
  }
}
