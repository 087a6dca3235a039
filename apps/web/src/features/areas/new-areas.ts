import type { Area } from './queries.ts'

/** One name a line; the code is the next free number in the ward's own pattern ("TDP-15"). */
export function newAreasIn(
  text: string,
  areas: readonly Pick<Area, 'code'>[],
): { code: string; name: string }[] {
  const prefix = /^(.*?)\d+$/.exec(areas[0]?.code ?? '')?.[1] ?? 'TDP-'
  const taken = new Set(areas.map(({ code }) => code))
  let next = 1
  return text.split(/\r?\n/).flatMap((line) => {
    const name = line.trim()
    if (name === '') return []
    let code = ''
    do {
      code = `${prefix}${String(next).padStart(2, '0')}`
      next += 1
    } while (taken.has(code))
    taken.add(code)
    return [{ code, name }]
  })
}
