import type { Day } from '@tien-do/domain/day'
import type { DepartmentId } from '@tien-do/domain/ids'
import { ACTIONS, type Actor, allowedAmong, ROLES } from '@tien-do/domain/permission'
import { type Static, Type } from 'typebox'
import { Code, Id, nullable, oneOf, ref, Text } from '../../http/shapes.ts'
import { DepartmentRef, departmentRef } from '../departments/index.ts'
import { MAX_PASSWORD } from '../people/index.ts'
import type { PlanInForce } from '../plans/index.ts'

const Email = Type.String({ format: 'email', maxLength: 254 })
const Password = Type.String({ minLength: 1, maxLength: MAX_PASSWORD, format: 'password' })

export const CodeText = Type.String({
  minLength: 6,
  maxLength: 20,
  pattern: '^[0-9A-Za-z -]+$',
  description: 'Six digits from the authenticator, or a recovery code',
})

export const Credentials = Type.Object(
  { email: Email, password: Password, code: Type.Optional(CodeText) },
  {
    $id: 'Credentials',
    additionalProperties: false,
    examples: [{ email: 'officer@demo.test', password: 'correct horse battery staple' }],
  },
)

export const Acceptance = Type.Object(
  {
    name: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        pattern: '^[^\\u0000]*$',
        description: 'Only of the first administrator: anybody else has a name already',
      }),
    ),
    email: Type.Optional(Email),
    password: Password,
  },
  {
    $id: 'Acceptance',
    additionalProperties: false,
    examples: [{ name: 'Trần Thị Hoa', email: 'hoa@phuong.test', password: 'mười lăm ký tự trở lên' }],
  },
)

export const Invitation = Type.Object(
  { name: nullable(Text), email: nullable(Text) },
  {
    $id: 'Invitation',
    additionalProperties: false,
    examples: [{ name: 'Trần Thị Hoa', email: 'hoa@phuong.test' }],
    description: 'Whom the link was made for; null: for the first administrator, whoever that is',
  },
)

export const InvitationParams = Type.Object({
  secret: Type.String({ minLength: 20, maxLength: 100, pattern: '^[A-Za-z0-9_-]+$' }),
})

export const Me = Type.Object(
  {
    id: Id,
    name: Text,
    roles: Type.Array(
      Type.Object({
        role: oneOf(ROLES),
        plan: nullable(Code),
        departments: Type.Array(ref(DepartmentRef), { maxItems: 100 }),
      }),
      { maxItems: 200 },
    ),
    plans: Type.Array(
      Type.Object({
        code: Code,
        title: Text,
        shortTitle: Text,
        sample: Type.Boolean(),
        allowedActions: Type.Array(oneOf(ACTIONS), { maxItems: 300 }),
      }),
      { maxItems: 200 },
    ),
  },
  {
    $id: 'Me',
    additionalProperties: false,
    examples: [
      {
        id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293',
        name: 'Trần Thị Hoa',
        roles: [
          {
            role: 'coordinator',
            plan: 'chanh-lo-hts',
            departments: [
              { code: 'VH-TT', name: 'Bộ phận Văn hóa - Thông tin', shortName: 'Văn hóa - Thông tin' },
            ],
          },
        ],
        plans: [
          {
            code: 'chanh-lo-hts',
            title: 'Phát triển hạ tầng số phường Chánh Lộ đến năm 2025 và định hướng đến năm 2030',
            shortTitle: 'Hạ tầng số phường Chánh Lộ',
            sample: true,
            allowedActions: ['plan.read', 'measurement.read', 'measurement.record', 'measurement.approve'],
          },
        ],
      },
    ],
  },
)

type Me = Static<typeof Me>

/** The caller, with the departments of each role by their names of the day. */
export function toWire(actor: Actor, plans: readonly PlanInForce[], on: Day): Me {
  return {
    id: actor.personId,
    name: actor.name,
    roles: actor.grants.map(({ role, plan, departments }) => ({
      role,
      plan,
      departments: departments.flatMap((id) => plans.flatMap((each) => refsOf(each, id, on))),
    })),
    plans: plans.map(({ code, plan, sample }) => ({
      code,
      title: plan.title,
      shortTitle: plan.shortTitle,
      sample,
      allowedActions: allowedAmong(actor, ACTIONS, { plan: code }),
    })),
  }
}

function refsOf(
  { plan, departments }: PlanInForce,
  id: DepartmentId,
  on: Day,
): Static<typeof DepartmentRef>[] {
  return plan.departments
    .filter(({ code }) => departments.get(code) === id)
    .map((department) => departmentRef(department, on))
}
