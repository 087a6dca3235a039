export interface ImportSearch {
  /** What is to be loaded, by its name in the address of the service. */
  loai?: string | undefined
}

export function readImportSearch({ loai }: Record<string, unknown>): ImportSearch {
  return { loai: typeof loai === 'string' ? loai : undefined }
}
