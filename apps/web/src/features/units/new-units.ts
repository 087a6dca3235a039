import { fold } from '@tien-do/domain/search-fold'

/** One name a line; the code is made of its first letters ("Phòng Kinh tế": PKT), and is never one that was given. */
export function newUnitsIn(text: string, taken: Iterable<string>): { code: string; name: string }[] {
  const given = new Set(taken)
  return text.split(/\r?\n/).flatMap((line) => {
    const name = line.trim()
    if (name === '') return []
    const letters = fold(name).match(/[a-z0-9]+/g) ?? []
    const first = letters.map((word) => word.charAt(0).toUpperCase()).join('') || 'BP'
    let code = first
    for (let next = 2; given.has(code); next += 1) code = `${first}-${next}`
    given.add(code)
    return [{ code, name }]
  })
}
