// Writes a brotli and a gzip copy beside every text file of the build, so that the server never compresses.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const TEXT = /\.(?:js|css|html|svg|json|txt|webmanifest)$/
const WORTH_IT_BYTES = 1024

export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle: {
      order: 'post',
      handler({ dir }) {
        if (!dir) return
        for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
          if (!entry.isFile() || !TEXT.test(entry.name)) continue
          const path = join(entry.parentPath, entry.name)
          const source = readFileSync(path)
          if (source.length < WORTH_IT_BYTES) continue
          writeFileSync(`${path}.gz`, gzipSync(source, { level: 9 }))
          writeFileSync(
            `${path}.br`,
            brotliCompressSync(source, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: source.length } }),
          )
        }
      },
    },
  }
}
