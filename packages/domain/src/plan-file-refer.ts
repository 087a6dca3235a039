// References between the parts of a plan file: by code, and every one has to be found.

import type { PlanFaultCode, Report } from './plan-file-fault.ts'

export function codesOf(things: readonly { readonly code: string }[]): ReadonlySet<string> {
  return new Set(things.map((thing) => thing.code))
}

interface Refer {
  (known: ReadonlySet<string>, code: string | null | undefined, pointer: string, fault: PlanFaultCode): void
  /** A list of codes, each found and none twice; `*` stands for every section. */
  readonly each: (
    known: ReadonlySet<string>,
    codes: readonly string[],
    pointer: string,
    fault: PlanFaultCode,
  ) => void
}

export function referTo(report: Report): Refer {
  const refer = (
    known: ReadonlySet<string>,
    code: string | null | undefined,
    pointer: string,
    fault: PlanFaultCode,
  ) => {
    if (code != null && code !== '*' && !known.has(code)) report(pointer, fault, { code })
  }
  const each: Refer['each'] = (known, codes, pointer, fault) => {
    codes.forEach((code, index) => {
      refer(known, code, `${pointer}/${index}`, fault)
      if (codes.indexOf(code) < index)
        report(`${pointer}/${index}`, 'duplicate_entry', {
          value: code,
          first: `${pointer}/${codes.indexOf(code)}`,
        })
    })
  }
  return Object.assign(refer, { each })
}
