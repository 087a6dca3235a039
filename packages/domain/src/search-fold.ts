// How Vietnamese is found and sorted: by its letters alone, and in the order of its own alphabet.

/** The words without marks and capitals: "Hộ gia đình" folds to "ho gia dinh", wherever a tone is placed. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Something is found when it holds every word of the query, in any order, with or without marks. */
export function matches(query: string, text: string): boolean {
  const folded = fold(text)
  return fold(query)
    .split(' ')
    .every((word) => folded.includes(word))
}

const COLLATOR = new Intl.Collator('vi', { numeric: true })

/**
 * The order of the Vietnamese alphabet (a ă â b c d đ e ê …), then of the tones (ngang, huyền, hỏi, ngã, sắc, nặng);
 * numbers by their size: "Tổ dân phố 2" before "Tổ dân phố 10".
 */
export function compareVietnamese(a: string, b: string): number {
  return COLLATOR.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}
