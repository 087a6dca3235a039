// The document a plan was issued as: who signed it, on what basis, to whom it went, and which words are misprints.

import type { PlanDocument } from './plan.ts'
import { code, day, list, nullable, object, type Read, since, text } from './plan-file-reader.ts'

export const readDocument: Read<PlanDocument> = object({
  kind: text,
  number: nullable(text),
  issuedOn: nullable(day),
  issuer: code,
  place: text,
  signatory: object({ title: text, titleAsWritten: nullable(text), name: text }),
  basis: list(object({ kind: text, number: text, issuedOn: day, issuer: text, title: text })),
  recipients: list(object({ text, meaning: text, kind: text, department: since(null, nullable(code)) })),
  corrections: list(object({ where: text, asWritten: text, shown: text })),
})
