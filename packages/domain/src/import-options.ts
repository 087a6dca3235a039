// What may be asked of an import.

export const IMPORT_RESOURCES = [
  'measurements',
  'checklist-items',
  'departments',
  'people',
  'areas',
  'denominators',
  'task-assignments',
  'sub-tasks',
  'obstacles',
  'budget-lines',
] as const
export type ImportResource = (typeof IMPORT_RESOURCES)[number]

/** `validate` walks the whole road and takes it back: it says what `commit` would do. */
export const IMPORT_MODES = ['validate', 'commit'] as const
export type ImportMode = (typeof IMPORT_MODES)[number]

/** `create` refuses what is there already, `update` what is not. */
export const IMPORT_STRATEGIES = ['upsert', 'create', 'update'] as const
export type ImportStrategy = (typeof IMPORT_STRATEGIES)[number]

/** `all`: one wrong row, and nothing is written; `none`: the right rows are written, the wrong ones reported. */
export const IMPORT_ATOMICITIES = ['all', 'none'] as const
export type ImportAtomicity = (typeof IMPORT_ATOMICITIES)[number]

/** `approved` is for those who may vouch for the source. */
export const IMPORT_STATES = ['submitted', 'approved'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

export const UNKNOWN_COLUMNS = ['error', 'ignore'] as const
export type UnknownColumns = (typeof UNKNOWN_COLUMNS)[number]

export const DELIMITERS = ['auto', ',', ';', 'tab'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** `auto` recognises what a file was typed in; utf-8 leaves its letters as they are. */
export const ENCODINGS = ['auto', 'utf-8', 'windows-1258', 'tcvn3', 'vni'] as const
export type Encoding = (typeof ENCODINGS)[number]

export const IMPORT_STATUSES = ['applied', 'partial', 'rejected', 'validated'] as const
export type ImportStatus = (typeof IMPORT_STATUSES)[number]

export interface ImportCounts {
  readonly read: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
}

/** One wrong row stops an import that is to be whole; otherwise what is right is written. */
export function importStatus(
  mode: ImportMode,
  atomicity: ImportAtomicity,
  counts: ImportCounts,
  fileIsSound: boolean,
): ImportStatus {
  if (mode === 'validate') return 'validated'
  if (!fileIsSound) return 'rejected'
  if (counts.rejected === 0) return 'applied'
  return atomicity === 'all' || counts.rejected === counts.read ? 'rejected' : 'partial'
}
