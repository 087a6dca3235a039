// A person at a browser, and what that browser complained about while they were there.
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { afterAll, afterEach, expect, inject } from 'vitest'
import type { Role } from './session.ts'

interface Person {
  /** Absent: nobody is signed in. */
  readonly role?: Role
  readonly width?: number
  readonly theme?: 'light' | 'dark'
  readonly language?: 'vi' | 'en'
  /** As a browser in which scripts are switched off. */
  readonly withoutScript?: boolean
  /** Where; absent: the demo. */
  readonly address?: string
}

export const HEIGHT = 900
const PATIENCE_MS = 15_000

let browser: Promise<Browser> | undefined
const contexts: BrowserContext[] = []
const complaints: string[] = []

/** A browser that nobody has used before, with one page, signed in as this person. */
export async function openPage(person: Person = {}): Promise<Page> {
  const { role, width = 1_440, theme = 'light', language = 'vi', withoutScript = false } = person
  const { address = inject('address') } = person
  browser ??= chromium.connect(inject('browser'))
  const context = await (await browser).newContext({
    baseURL: address,
    viewport: { width, height: HEIGHT },
    colorScheme: theme,
    reducedMotion: 'reduce',
    javaScriptEnabled: !withoutScript,
    extraHTTPHeaders: { 'X-Forwarded-For': anAddressOfTheirOwn() },
  })
  contexts.push(context)
  context.setDefaultTimeout(PATIENCE_MS)
  if (role) await context.addCookies([cookieFrom(inject('sessions')[role], address)])
  if (language === 'en') await context.addInitScript(() => localStorage.setItem('tien-do.lang', 'en'))
  const page = await context.newPage()
  listen(page, address)
  return page
}

/** Asks again until it holds, as long as a person would wait. */
export const soon = <Value>(value: () => Value) => expect.poll(value, { timeout: PATIENCE_MS })

/** The service counts per address how often a password is tried; two people do not share one. */
function anAddressOfTheirOwn(): string {
  const part = () => Math.floor(Math.random() * 256)
  return `10.${part()}.${part()}.${part()}`
}

function cookieFrom(pair: string, url: string) {
  const [name = '', ...value] = pair.split('=')
  return { name, value: value.join('='), url }
}

/** A refusal of the service, and a network that a journey cuts, are no faults of the page; all else is. */
const IS_REFUSAL = /^Failed to load resource: (.* status of 4\d\d|net::ERR_(INTERNET_DISCONNECTED|FAILED))/

function listen(page: Page, address: string): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // What another house says on its own pages is its own affair.
    if (!page.url().startsWith(address)) return
    const isRefusal = IS_REFUSAL.test(message.text()) && message.location().url.includes('/api/v1/')
    if (message.type() === 'error' && !isRefusal) complaints.push(`${page.url()}: ${message.text()}`)
  })
}

/** What breaks the security policy stands in the console too; so every journey holds this. */
afterEach(() => {
  expect(complaints.splice(0), 'the console is silent').toEqual([])
})

afterAll(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()))
})
