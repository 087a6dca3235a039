// An example to start from: a program that keeps a copy of a plan's figures in step, in one file.
//
//   TIEN_DO=https://host TIEN_DO_KEY=td_live_… node examples/mirror.ts chanh-lo-hts figures.json
//
// The feed says which indicators to ask about again; what is there is asked, never guessed. A program that is killed goes
// on where it was: the position is kept together with what was read, and reading a thing twice does no harm.
import { readFile, rename, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ApiClient, createApiClient, type Schemas } from '../src/client.ts'

type Figure = Schemas['Measurement']

export interface Copy {
  /** Where to go on in the feed; null: nothing was read yet. */
  readonly position: string | null
  readonly figures: readonly Figure[]
}

const EMPTY: Copy = { position: null, figures: [] }
const PAGE = 200
const WAIT_MS = 10_000

/** Brings the copy up to the last change there is, and keeps it after every step. */
export async function catchUp(api: ApiClient, plan: string, file: string): Promise<Copy> {
  let copy = await readCopy(file)
  if (copy.position === null) {
    // The end of the feed first: what changes while the figures are read comes after it.
    const position = await endOfFeed(api, plan)
    copy = await keep(file, { position, figures: await figuresOf(api, plan) })
  }
  for (let caughtUp = false; !caughtUp; ) {
    const page = await changesAfter(api, plan, copy.position)
    copy = await keep(file, {
      position: page.next,
      figures: await renewed(api, plan, copy.figures, page.items),
    })
    caughtUp = page.caughtUp
  }
  return copy
}

/** The figures after these changes: of each indicator that was touched, what the service has now. */
async function renewed(
  api: ApiClient,
  plan: string,
  figures: readonly Figure[],
  changes: readonly Schemas['ChangeEvent'][],
): Promise<readonly Figure[]> {
  const ofFigures = changes.filter(({ resource }) => RESOURCES.has(resource))
  // A whole file, or a whole form, may have touched any of them.
  if (ofFigures.some(({ code }) => code === null)) return figuresOf(api, plan)
  const touched = new Set(ofFigures.map(({ code }) => code))
  const kept = figures.filter(({ indicator }) => !touched.has(indicator))
  const read = await Promise.all([...touched].map((code) => figuresOf(api, plan, code ?? undefined)))
  return [...kept, ...read.flat()]
}

/** One figure, many at once, and a file of them. */
const RESOURCES = new Set(['measurement', 'measurements', 'import'])

async function figuresOf(api: ApiClient, plan: string, indicator?: string): Promise<Figure[]> {
  const figures: Figure[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { limit: PAGE, ...(indicator && { indicator }), ...(cursor && { cursor }) }
    const { data, error } = await api.GET('/plans/{plan}/measurements', { params: { path: { plan }, query } })
    if (!data) throw new Error(error.code)
    figures.push(...data.items)
    cursor = data.next
  }
  return figures
}

async function changesAfter(api: ApiClient, plan: string, after: string | null) {
  const query = { limit: PAGE, ...(after !== null && { after }) }
  const { data, error } = await api.GET('/plans/{plan}/changes', { params: { path: { plan }, query } })
  if (!data) throw new Error(error.code)
  return data
}

async function endOfFeed(api: ApiClient, plan: string): Promise<string> {
  let page = await changesAfter(api, plan, null)
  while (!page.caughtUp) page = await changesAfter(api, plan, page.next)
  return page.next
}

async function readCopy(file: string): Promise<Copy> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? EMPTY : (JSON.parse(text) as Copy)
}

/** Under its name only when it is whole. */
async function keep(file: string, copy: Copy): Promise<Copy> {
  await writeFile(`${file}.new`, JSON.stringify(copy))
  await rename(`${file}.new`, file)
  return copy
}

if (import.meta.main) {
  const [plan, file] = process.argv.slice(2)
  const { TIEN_DO: address, TIEN_DO_KEY: key } = process.env
  if (!plan || !file || !address || !key)
    throw new Error('TIEN_DO=https://host TIEN_DO_KEY=… node mirror.ts <plan> <file>')
  const api = createApiClient({ baseUrl: `${address}/api/v1`, headers: { authorization: `Bearer ${key}` } })
  for (;;) {
    const { figures } = await catchUp(api, plan, file)
    console.log(`${new Date().toISOString()} ${figures.length} figures`)
    await sleep(WAIT_MS)
  }
}
