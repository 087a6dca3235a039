import { PLAN_FORMAT } from '@tien-do/domain/plan'
import { type Static, Type } from 'typebox'
import { Code, DayText, list, nullable, oneOf, Text, Whole } from '../../http/shapes.ts'
import type { PlanInForce, PlanRow } from './plans.repo.ts'

const BRIEF_EXAMPLE = {
  code: 'chanh-lo-hts',
  title: 'Phát triển hạ tầng số phường Chánh Lộ đến năm 2025 và định hướng đến năm 2030',
  shortTitle: 'Hạ tầng số phường Chánh Lộ',
  sample: true,
  revision: 5,
}

export const PlanBrief = Type.Object(
  {
    code: Code,
    title: Text,
    shortTitle: Text,
    /** True while the figures are samples: every screen says so. */
    sample: Type.Boolean(),
    revision: Whole,
  },
  { $id: 'PlanBrief', additionalProperties: false, examples: [BRIEF_EXAMPLE] },
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
  {
    $id: 'PlanInfo',
    additionalProperties: false,
    examples: [
      {
        ...BRIEF_EXAMPLE,
        issuer: 'Ủy ban nhân dân phường Chánh Lộ',
        place: 'Chánh Lộ',
        document: {
          kind: 'Kế hoạch',
          number: null,
          issuedOn: null,
        },
        basis: [
          {
            kind: 'Kế hoạch',
            number: '58/KH-UBND',
            issuedOn: '2023-03-22',
            issuer: 'UBND thành phố Quảng Ngãi',
            title: 'Phát triển Hạ tầng số thành phố Quảng Ngãi đến năm 2025 và định hướng đến năm 2030',
          },
        ],
        milestones: [
          {
            code: '2025',
            on: '2025-12-31',
            label: 'Đến năm 2025',
          },
          {
            code: '2030',
            on: '2030-12-31',
            label: 'Đến năm 2030',
          },
        ],
        groups: [
          {
            code: 'MB',
            title: 'Mạng viễn thông băng rộng di động',
          },
          {
            code: 'FB',
            title: 'Mạng viễn thông băng rộng cố định',
          },
        ],
      },
    ],
  },
)

/** Judged by the plan file's own law, which points to each fault: see plans/plan.schema.json. */
export const PlanFileBody = Type.Unsafe<Record<string, unknown>>(
  Type.Object(
    {},
    {
      $id: 'PlanFile',
      additionalProperties: true,
      description: 'A plan as one file: plans/plan.schema.json',
      // Abridged: the whole of it is a few hundred lines.
      examples: [
        { format: PLAN_FORMAT, code: 'chanh-lo-hts', shortTitle: 'Hạ tầng số', startsOn: '2023-10-01' },
      ],
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
  {
    $id: 'PlanDifferences',
    additionalProperties: false,
    examples: [
      {
        mode: 'validate',
        differences: [
          {
            path: 'shortTitle',
            change: 'changed',
            before: 'Hạ tầng số phường Chánh Lộ',
            after: 'Tên ngắn khác',
          },
        ],
      },
    ],
  },
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
