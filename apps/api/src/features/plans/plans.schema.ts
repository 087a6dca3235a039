import { type Static, Type } from 'typebox'
import { Code, DayText, list, nullable, oneOf, Text, Whole } from '../../http/shapes.ts'
import type { PlanInForce, PlanRow } from './plans.repo.ts'

export const PlanBrief = Type.Object(
  {
    code: Code,
    title: Text,
    shortTitle: Text,
    /** True while the figures are samples: every screen says so. */
    sample: Type.Boolean(),
    revision: Whole,
  },
  { $id: 'PlanBrief', additionalProperties: false },
)

export const PlanList = list(PlanBrief, 'PlanList')

export const PlanInfo = Type.Object(
  {
    ...PlanBrief.properties,
    issuer: Text,
    place: Text,
    document: Type.Object({ kind: Text, number: nullable(Text), issuedOn: nullable(DayText) }),
    basis: Type.Array(
      Type.Object({ kind: Text, number: Text, issuedOn: DayText, issuer: Text, title: Text }),
      { maxItems: 50 },
    ),
    milestones: Type.Array(Type.Object({ code: Code, on: DayText, label: Text }), { maxItems: 50 }),
    groups: Type.Array(Type.Object({ code: Code, title: Text }), { maxItems: 100 }),
  },
  { $id: 'PlanInfo', additionalProperties: false },
)

/** Judged by the plan file's own law, which points to each fault: see plans/plan.schema.json. */
export const PlanFileBody = Type.Unsafe<Record<string, unknown>>(
  Type.Object(
    {},
    {
      $id: 'PlanFile',
      additionalProperties: true,
      description: 'A plan as one file: plans/plan.schema.json',
    },
  ),
)

export const PlanFileQuery = Type.Object(
  { mode: Type.Optional(oneOf(['validate', 'commit'] as const)) },
  { additionalProperties: false },
)

export const PlanDifferences = Type.Object(
  {
    mode: oneOf(['validate', 'commit'] as const),
    differences: Type.Array(
      Type.Object({
        path: Text,
        change: oneOf(['added', 'removed', 'changed', 'order'] as const),
        before: Type.Optional(Type.Unknown()),
        after: Type.Optional(Type.Unknown()),
      }),
      { maxItems: 100_000 },
    ),
  },
  { $id: 'PlanDifferences', additionalProperties: false },
)

export function toBrief(plan: PlanRow | PlanInForce): Static<typeof PlanBrief> {
  const { title, shortTitle } = 'plan' in plan ? plan.plan : plan
  return { code: plan.code, title, shortTitle, sample: plan.sample, revision: plan.revision }
}

export function toInfo({ plan, sample, revision }: PlanInForce, issuer: string): Static<typeof PlanInfo> {
  const { code, title, shortTitle, document, milestones, groups } = plan
  return {
    code,
    title,
    shortTitle,
    sample,
    revision,
    issuer,
    place: document.place,
    document: { kind: document.kind, number: document.number, issuedOn: document.issuedOn },
    basis: document.basis.map((each) => ({ ...each })),
    milestones: milestones.map((each) => ({ ...each })),
    groups: groups.map(({ code, title }) => ({ code, title })),
  }
}
