// iCalendar (RFC 5545): whole days in Asia/Ho_Chi_Minh, for Google Calendar, Outlook and Apple alike.
import { addDays, type Day } from '@tien-do/domain/day'

export interface CalendarEvent {
  /** The same for ever: a calendar knows the event by it. */
  readonly uid: string
  /** Grows with each change of the event. */
  readonly sequence: number
  readonly summary: string
  readonly description: string
  readonly url: string
  readonly on: Day
  /** Instant of the last change, in milliseconds. */
  readonly changedAt: number
  /** Minutes from the day's first minute; negative: before it. */
  readonly alarms: readonly number[]
}

const LINE_OCTETS = 75

/** The zone has had one offset since 1975: no daylight saving. */
const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Ho_Chi_Minh',
  'BEGIN:STANDARD',
  'DTSTART:19750613T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
]

export function icsOf(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tien Do//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...ZONE,
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function linesOf(event: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${stamp(event.changedAt)}`,
    `LAST-MODIFIED:${stamp(event.changedAt)}`,
    `DTSTART;VALUE=DATE:${compact(event.on)}`,
    // Exclusive: the day after.
    `DTEND;VALUE=DATE:${compact(addDays(event.on, 1))}`,
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `URL:${event.url}`,
    'TRANSP:TRANSPARENT',
    'STATUS:CONFIRMED',
    ...event.alarms.flatMap((minutes) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(event.summary)}`,
      `TRIGGER:${minutes < 0 ? '-' : ''}PT${Math.abs(minutes)}M`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ]
}

const compact = (on: Day) => on.replaceAll('-', '')
const stamp = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n')
}

/** No line is longer than 75 octets, and no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > LINE_OCTETS) {
      parts.push(part)
      // The space that begins a continued line counts.
      part = ''
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n ')
}
