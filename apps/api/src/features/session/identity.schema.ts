import { Type } from 'typebox'
import { nullable, Text } from '../../http/shapes.ts'
import { CodeText } from './session.schema.ts'

export const SignInOptions = Type.Object(
  {
    identityProvider: nullable(
      Type.Object({ name: Text }, { additionalProperties: false, description: 'The office’s own accounts' }),
    ),
  },
  {
    $id: 'SignInOptions',
    additionalProperties: false,
    examples: [{ identityProvider: { name: 'Tài khoản công vụ' } }],
  },
)

export const SignInWay = Type.Object(
  { to: Type.String({ maxLength: 4_000, format: 'uri', description: 'Where the browser goes next' }) },
  {
    $id: 'SignInWay',
    additionalProperties: false,
    examples: [{ to: 'https://id.example/auth?client_id=tien-do' }],
  },
)

export const SignInCode = Type.Object(
  { code: CodeText },
  { $id: 'SignInCode', additionalProperties: false, examples: [{ code: '492039' }] },
)

/** A path of this service; anything else leads home. */
export const BackQuery = Type.Object(
  { back: Type.Optional(Type.String({ maxLength: 500, pattern: '^/' })) },
  { additionalProperties: false },
)

export const ProviderAnswer = Type.Object(
  {
    answer: Type.String({
      minLength: 1,
      maxLength: 4_000,
      pattern: '^\\?[^\\u0000]*$',
      description: 'The query with which the identity provider sent the browser back, as it is',
    }),
  },
  {
    $id: 'ProviderAnswer',
    additionalProperties: false,
    examples: [{ answer: '?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj' }],
  },
)
