// Where files on disk live. The only file that looks at its own address.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const API_ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const REPOSITORY = join(API_ROOT, '..', '..')

/** Where `pnpm start` keeps its data unless DATA_DIR says otherwise. */
export const DATA_DIR = join(REPOSITORY, '.data')
export const MIGRATIONS_DIR = join(API_ROOT, 'drizzle')
export const WEB_DIST_DIR = join(REPOSITORY, 'apps', 'web', 'dist')
export const OPENAPI_FILE = join(REPOSITORY, 'packages', 'api-client', 'openapi.json')
export const PUBLIC_OPENAPI_FILE = join(REPOSITORY, 'packages', 'api-client', 'public-openapi.json')
export const ERRORS_DOC = join(REPOSITORY, 'docs', 'errors.md')
export const PLAN_FILE = join(REPOSITORY, 'plans', 'chanh-lo.json')
export const SAMPLE_AREAS_FILE = join(REPOSITORY, 'plans', 'samples', 'chanh-lo.areas.json')
export const SAMPLE_FIGURES_FILE = join(REPOSITORY, 'plans', 'samples', 'chanh-lo.csv')
