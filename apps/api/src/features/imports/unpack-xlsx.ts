// The rows of one sheet of a workbook: its parts are measured before it is unpacked, and it is unpacked in a thread that
// can be stopped. A hostile file costs nothing but an error.
import { Worker } from 'node:worker_threads'
import yauzl from 'yauzl'
import { AppError } from '../../core/errors.ts'

export interface XlsxRow {
  /** As the sheet numbers it. */
  readonly line: number
  readonly cells: readonly (string | number | null)[]
}
/** The first lines of a sheet, to be known by. */
export interface XlsxHead {
  readonly index: number
  readonly name: string
  readonly rows: readonly XlsxRow[]
}
interface Told {
  readonly heads?: readonly XlsxHead[]
  readonly rows?: readonly XlsxRow[]
  readonly done?: true
  readonly tooMany?: boolean
}

const MOST_ROWS = 200_000
const MOST_PARTS = 1_000
const MOST_INFLATED = 200 * 1024 * 1024
/** Real workbooks shrink seven to nine times; the parts that decide are not small. */
const MOST_RATIO = 100
const SMALL_PART = 1024 * 1024
const MOST_MEMORY_MB = 256
const MOST_MS = 60_000

/** The sheet that `choose` takes, by its index, among those a person can see; what it throws is thrown. */
export async function unpackXlsx(
  body: Buffer,
  choose: (heads: readonly XlsxHead[]) => number,
): Promise<{ readonly name: string; readonly rows: readonly XlsxRow[] }> {
  await measure(body)
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
    workerData: { body: Uint8Array.from(body), mostRows: MOST_ROWS },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
  const rows: XlsxRow[] = []
  let name = ''
  const clock = setTimeout(() => void worker.terminate(), MOST_MS)
  try {
    return await new Promise((resolve, reject) => {
      const take = ({ heads, rows: more = [], done, tooMany }: Told) => {
        if (heads) {
          const index = choose(heads)
          name = heads.find((head) => head.index === index)?.name ?? ''
          worker.postMessage(index)
        }
        for (const row of more) rows.push(row)
        if (tooMany) reject(new AppError('import.too-many-rows', { members: { limit: MOST_ROWS } }))
        else if (done) resolve({ name, rows })
      }
      worker.on('message', (told: Told) => {
        try {
          take(told)
        } catch (error) {
          reject(error)
        }
      })
      worker.on('error', (cause: NodeJS.ErrnoException) => {
        const code = cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'body.too-large' : 'malformed-body'
        reject(new AppError(code, { cause }))
      })
      // Stopped by the clock, or gone without a word.
      worker.on('exit', () => reject(new AppError('body.too-large')))
    })
  } finally {
    clearTimeout(clock)
    await worker.terminate()
  }
}

/** By the list at the archive's end: nothing is inflated. */
async function measure(body: Buffer): Promise<void> {
  let parts = 0
  let inflated = 0
  let isWorkbook = false
  try {
    const zip = await yauzl.fromBufferPromise(body)
    for await (const { fileName, compressedSize, uncompressedSize } of zip.eachEntry()) {
      parts += 1
      inflated += uncompressedSize
      isWorkbook ||= fileName === 'xl/workbook.xml'
      const swells = uncompressedSize > SMALL_PART && uncompressedSize > compressedSize * MOST_RATIO
      if (parts > MOST_PARTS || inflated > MOST_INFLATED || swells) throw new AppError('body.too-large')
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('media-type.unsupported', { cause: error })
  }
  if (!isWorkbook) throw new AppError('media-type.unsupported')
}
