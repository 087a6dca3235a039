// Vietnamese as it was typed before Unicode: in the fonts .VnTime (TCVN 5712:1993, its third table, "ABC") and VNI-Times.
// A sheet keeps such text as the Latin letters of the same numbers: "Tö sè", "Töû soá" are both "Tử số".

export const LEGACY_SCRIPTS = ['tcvn3', 'vni'] as const
export type LegacyScript = (typeof LEGACY_SCRIPTS)[number]

const TCVN3_FROM = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦'
const TCVN3_TO = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ'
const TCVN3 = pairsOf(TCVN3_FROM, TCVN3_TO)

/** The letters that VNI has of its own; all others are a vowel and a mark behind it. */
const VNI_LETTERS = pairsOf('ôöñíìæóòîÔÖÑÍÌÆÓÒÎ', 'ơưđíìỉĩịỵƠƯĐÍÌỈĨỊỴ')
const VNI_MARKS: Readonly<Record<string, readonly [string, string]>> = {
  // Without a hat: sắc, huyền, hỏi, ngã, nặng.
  aeouy: ['ùøûõï', 'áàảãạéèẻẽẹóòỏõọúùủũụýỳỷỹỵ'],
  ôö: ['ùøûõï', 'ớờởỡợứừửữự'],
  aeo: ['âáàåãä', 'âấầẩẫậêếềểễệôốồổỗộ'],
  a: ['êéèúüë', 'ăắằẳẵặ'],
}
const VNI_PAIRS = vniPairs()
const VNI_PAIR = /[aeouyôö][ùøûõïâáàåãäêéèúüë]/giu

function pairsOf(from: string, to: string): ReadonlyMap<string, string> {
  const letters = [...to]
  return new Map([...from].map((letter, index) => [letter, letters[index] ?? letter]))
}

function vniPairs(): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  for (const [vowels, [marks, letters]] of Object.entries(VNI_MARKS)) {
    const all = [...letters]
    ;[...vowels].forEach((vowel, row) => {
      ;[...marks].forEach((mark, column) => {
        const letter = all[row * marks.length + column] ?? ''
        pairs.set(vowel + mark, letter)
        pairs.set((vowel + mark).toUpperCase(), letter.toUpperCase())
        pairs.set(vowel.toUpperCase() + mark, letter.toUpperCase())
      })
    })
  }
  return pairs
}

/** The text in Unicode, composed. What the script has no letter for stays as it is. */
export function fromLegacy(script: LegacyScript, text: string): string {
  if (script === 'tcvn3') return [...text].map((letter) => TCVN3.get(letter) ?? letter).join('')
  let at = 0
  let read = ''
  for (const { 0: pair, index } of text.matchAll(VNI_PAIR)) {
    const letter = VNI_PAIRS.get(pair)
    if (letter === undefined) continue
    read += singles(text.slice(at, index)) + letter
    at = index + pair.length
  }
  return read + singles(text.slice(at))
}

function singles(text: string): string {
  return [...text].map((letter) => VNI_LETTERS.get(letter) ?? letter).join('')
}

/** The sounds after the first consonants, without their tone: those that end a word, and those that a consonant may follow. */
const OPEN =
  'ai|ao|au|ay|âu|ây|eo|êu|ia|iêu|iu|oai|oao|oay|oeo|oi|ôi|ơi|ua|uây|ui|uôi|uơ|uya|uyu|ưa|ưi|ươi|ươu|ưu|yêu'
const CLOSABLE = 'a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|iê|oa|oă|oe|oo|uâ|uê|uô|uy|uyê|ươ|yê'
const SYLLABLE = new RegExp(
  `^(?:b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?(?:(?:${OPEN})|(?:${CLOSABLE})(?:c|ch|m|n|ng|nh|p|t)?)$`,
  'u',
)
const MARKED = /[^\p{ASCII}]/u
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu
const LONGEST_SYLLABLE = 14
const BETWEEN_WORDS = /[\s\d.,;:()"'/\\|=+*?!<>_-]+/u

/** How many of the words with marks are syllables of Vietnamese: every word is one syllable with one tone at most. */
export function syllables(text: string): number {
  return text.toLowerCase().split(BETWEEN_WORDS).filter(isSyllable).length
}

function isSyllable(word: string): boolean {
  if (word.length > LONGEST_SYLLABLE || !MARKED.test(word)) return false
  const apart = word.normalize('NFD')
  const toneless = apart.replace(TONES, '')
  return apart.length - toneless.length <= 1 && SYLLABLE.test(toneless.normalize('NFC'))
}

/** Letters that only Unicode has: the marked vowels of Vietnamese beyond Latin-1, composed or not. */
const UNICODE_LETTER =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|[\u0300-\u0323]/u
const FEWEST_WORDS = 2

/** The script of a text that is no Unicode, and how many of its words say so; null where it reads as it stands, or nobody could say. */
export function recogniseLegacy(
  text: string,
): { readonly script: LegacyScript; readonly words: number } | null {
  if (!MARKED.test(text)) return null
  const asItIs = syllables(text)
  const [best] = LEGACY_SCRIPTS.map((script) => ({
    script,
    words: syllables(fromLegacy(script, text)),
  })).sort((a, b) => b.words - a.words)
  return best && best.words >= FEWEST_WORDS && best.words > asItIs ? best : null
}

/** A cell of a text in a script: one that is Unicode already, or reads worse afterwards, stays as it is. */
export function readLegacyCell(script: LegacyScript, cell: string): string {
  if (!MARKED.test(cell) || UNICODE_LETTER.test(cell)) return cell
  const read = fromLegacy(script, cell)
  return syllables(read) >= syllables(cell) ? read : cell
}
