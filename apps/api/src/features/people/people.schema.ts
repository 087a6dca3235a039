import { can, ROLES } from '@tien-do/domain/permission'
import { type Static, Type } from 'typebox'
import type { Context } from '../../core/context.ts'
import {
  Code,
  DayText,
  EtagText,
  Id,
  InstantText,
  list,
  nullable,
  oneOf,
  ref,
  Text,
} from '../../http/shapes.ts'
import { etagOfPerson } from './person-etag.ts'
import type { PersonWithRoles } from './roles.repo.ts'

const PERSON_ACTS = ['person.change', 'person.invite', 'person.disable', 'person.hand-over'] as const
const Email = Type.String({ format: 'email', maxLength: 254 })
const PersonName = Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000]*\\S[^\\u0000]*$' })

const RoleHeld = Type.Object(
  {
    role: oneOf(ROLES),
    plan: { ...nullable(Code), description: 'Null: in every plan' },
    department: { ...nullable(Code), description: 'Null: for none in particular' },
    from: { ...nullable(DayText), description: 'The first day; null: from always' },
    until: { ...nullable(DayText), description: 'The day after the last; null: with no end' },
  },
  { additionalProperties: false },
)
const Roles = Type.Array(RoleHeld, { maxItems: 50 })

const ROLE_EXAMPLE = { role: 'officer', plan: 'chanh-lo-hts', department: 'TP-HT', from: null, until: null }

export const NewPerson = Type.Object(
  { name: PersonName, email: Email, roles: Roles },
  {
    $id: 'NewPerson',
    additionalProperties: false,
    examples: [{ name: 'Võ Đình An', email: 'an@phuong.test', roles: [ROLE_EXAMPLE] }],
  },
)
export type NewPerson = Static<typeof NewPerson>

export const RolesChange = Type.Object(
  { roles: Roles },
  { $id: 'RolesChange', additionalProperties: false, examples: [{ roles: [ROLE_EXAMPLE] }] },
)
export type RolesChange = Static<typeof RolesChange>
export type RoleAsked = RolesChange['roles'][number]

export const HandOver = Type.Object(
  {
    to: { ...Id, description: 'Who takes over' },
    on: { ...DayText, description: 'The successor’s first day' },
    reason: Type.String({ minLength: 3, maxLength: 1_000, pattern: '^[^\\u0000]*$' }),
  },
  {
    $id: 'HandOver',
    additionalProperties: false,
    examples: [{ to: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293', on: '2026-12-01', reason: 'Chuyển công tác' }],
  },
)
export type HandOver = Static<typeof HandOver>

const PERSON_EXAMPLE = {
  id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293',
  name: 'Võ Đình An',
  email: 'an@phuong.test',
  state: 'active',
  roles: [ROLE_EXAMPLE],
  secondFactor: false,
  lastSeenAt: '2026-11-22T02:00:00.000Z',
  allowedActions: ['person.change'],
  etag: '"0f8a7c5e21d3b4a6"',
}

export const Person = Type.Object(
  {
    id: Id,
    name: Text,
    email: Type.String({ maxLength: 254, pattern: '^[^\\u0000-\\u001f]+$' }),
    state: {
      ...oneOf(['invited', 'active', 'disabled'] as const),
      description: '`invited`: no password yet',
    },
    roles: Roles,
    secondFactor: Type.Boolean(),
    lastSeenAt: {
      ...nullable(InstantText),
      description: 'When the newest session that still lives was opened',
    },
    allowedActions: Type.Array(oneOf(PERSON_ACTS), { maxItems: PERSON_ACTS.length }),
    etag: EtagText,
  },
  { $id: 'Person', additionalProperties: false, examples: [PERSON_EXAMPLE] },
)
export const PersonList = list(Person, 'PersonList')

export const InvitedPerson = Type.Object(
  {
    person: ref(Person),
    link: Type.String({
      maxLength: 300,
      format: 'uri',
      description: 'Opens once; shown this once, never again',
    }),
    expiresAt: InstantText,
  },
  {
    $id: 'InvitedPerson',
    additionalProperties: false,
    examples: [
      {
        person: PERSON_EXAMPLE,
        link: 'https://phuong.test/dat-mat-khau/shown-this-once-and-kept-nowhere-00000000000',
        expiresAt: '2026-11-29T02:00:00.000Z',
      },
    ],
  },
)

export const HandedOver = Type.Object(
  { from: ref(Person), to: ref(Person) },
  {
    $id: 'HandedOver',
    additionalProperties: false,
    examples: [{ from: PERSON_EXAMPLE, to: PERSON_EXAMPLE }],
  },
)

export const PersonParams = Type.Object({ id: Id })

export function toWire(context: Context, person: PersonWithRoles): Static<typeof Person> {
  const { id, name, email, roles, disabledAt, hasAccount, hasSecondFactor, lastSeenAt } = person
  return {
    id,
    name,
    email,
    state: disabledAt ? 'disabled' : hasAccount ? 'active' : 'invited',
    roles: [...roles],
    secondFactor: hasSecondFactor,
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    allowedActions: PERSON_ACTS.filter(
      (act) =>
        can(context.actor, act, { plan: null }).allowed &&
        (act !== 'person.disable' || id !== context.actor.personId) &&
        (disabledAt === null || act === 'person.disable'),
    ),
    etag: etagOfPerson(person),
  }
}
