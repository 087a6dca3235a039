import { ACTIONS, type Actor, allowedAmong, ROLES } from '@tien-do/domain/permission'
import { type Static, Type } from 'typebox'
import { Code, Id, nullable, oneOf, Text } from '../../http/shapes.ts'
import { MAX_PASSWORD } from '../people/index.ts'

const Email = Type.String({ format: 'email', maxLength: 254 })
const Password = Type.String({ minLength: 1, maxLength: MAX_PASSWORD, format: 'password' })

export const Credentials = Type.Object(
  { email: Email, password: Password },
  {
    $id: 'Credentials',
    additionalProperties: false,
    examples: [{ email: 'officer@demo.test', password: 'correct horse battery staple' }],
  },
)

export const Acceptance = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000]*$' }),
    email: Email,
    password: Password,
  },
  {
    $id: 'Acceptance',
    additionalProperties: false,
    examples: [{ name: 'Trần Thị Hoa', email: 'hoa@phuong.test', password: 'mười lăm ký tự trở lên' }],
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
        departments: Type.Array(Id, { maxItems: 100 }),
      }),
      { maxItems: 200 },
    ),
    plans: Type.Array(
      Type.Object({
        code: Code,
        title: Text,
        shortTitle: Text,
        sample: Type.Boolean(),
        allowedActions: Type.Array(oneOf(ACTIONS), { maxItems: 100 }),
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
            departments: ['0198a6f0-5c1e-7a2b-9c3d-4e5f60718293'],
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

interface PlanBriefly {
  readonly code: string
  readonly title: string
  readonly shortTitle: string
  readonly sample: boolean
}

export function toWire(actor: Actor, plans: readonly PlanBriefly[]): Static<typeof Me> {
  return {
    id: actor.personId,
    name: actor.name,
    roles: actor.grants.map(({ role, plan, departments }) => ({ role, plan, departments: [...departments] })),
    plans: plans.map(({ code, title, shortTitle, sample }) => ({
      code,
      title,
      shortTitle,
      sample,
      allowedActions: allowedAmong(actor, ACTIONS, { plan: code }),
    })),
  }
}
