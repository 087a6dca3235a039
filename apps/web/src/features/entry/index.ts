// The door: what other features may use of entry.

export { entryFormQuery } from './queries.ts'
export { checkSentence } from './sentences.ts'
export { figureOf, NOTHING } from './typed.ts'
