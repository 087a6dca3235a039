// What tells the entries of a plan file's lists apart. Lists of bare values are not here: they are compared whole.

/** The fields that name an entry, by the name of its list. */
const KEY_FIELDS: Readonly<Record<string, readonly string[]>> = {
  milestones: ['code'],
  groups: ['code'],
  refs: ['ref'],
  indicators: ['code'],
  targets: ['milestone'],
  tasks: ['code'],
  subItems: ['code'],
  responsibilities: ['code'],
  departments: ['code'],
  versions: ['validFrom'],
  departmentEvents: ['on', 'kind', 'from', 'to'],
  arrangements: ['code'],
  // Of an arrangement: its acts, and what there is after each.
  changes: ['act', 'from', 'to'],
  to: ['code'],
  formerOwners: ['until'],
  areas: ['code'],
  formerNames: ['until'],
  areaEvents: ['on', 'kind', 'from', 'to'],
  deadlines: ['code'],
  routes: ['validFrom'],
  fundingSources: ['code'],
  holidays: ['on'],
  // Two issuers may use one number: a document is its issuer, number and date together.
  basis: ['issuer', 'number', 'issuedOn'],
  recipients: ['text'],
  corrections: ['where'],
  // Of a report template.
  sections: ['key'],
  appendices: ['kind'],
}

export type Entry = Readonly<Record<string, unknown>>

/** How to name the entries of a list, or null where it holds bare values or entries without a name. */
export function entryKeyOf(listName: string, list: readonly unknown[]): ((entry: Entry) => string) | null {
  const fields = Object.hasOwn(KEY_FIELDS, listName) ? KEY_FIELDS[listName] : undefined
  if (!fields || !list.every(isEntry)) return null
  return (entry) => fields.map((field) => keyPart(entry[field])).join(' ')
}

export function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function keyPart(value: unknown): string {
  if (value === null) return 'start'
  if (!Array.isArray(value)) return String(value)
  return value.map((each: unknown) => (isEntry(each) ? keyPart(each.code ?? null) : String(each))).join('+')
}
