import { uuidv7 } from 'uuidv7'

/** A new opaque identity; later ones sort after earlier ones. */
export function newId<Id extends string>(): Id {
  return uuidv7() as Id
}
