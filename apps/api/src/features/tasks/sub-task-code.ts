/** The next free code of a task's work in a year: NV-03-2026-01, NV-03-2026-02 … */
export function nextSubTaskCode(prefix: string, taken: readonly string[]): string {
  const numbers = taken.map((code) => Number(code.slice(prefix.length))).filter(Number.isSafeInteger)
  return `${prefix}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`
}

export function codePrefix(task: string, year: number): string {
  return `${task}-${year}-`
}
