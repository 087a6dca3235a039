import { type Static, Type } from 'typebox'
import { Count, InstantText, nullable, oneOf, Text } from '../../http/shapes.ts'
import { MAX_PASSWORD } from '../people/index.ts'
import { CodeText } from './session.schema.ts'

const Password = Type.String({ minLength: 1, maxLength: MAX_PASSWORD, format: 'password' })
const SessionId = Type.String({ minLength: 1, maxLength: 60, pattern: '^[0-9A-Za-z_-]+$' })

const SESSION_EXAMPLE = {
  id: 'k3fA9zQ0',
  current: true,
  ip: '10.20.0.7',
  userAgent: 'Mozilla/5.0',
  openedAt: '2026-11-22T02:00:00.000Z',
  expiresAt: '2026-11-22T14:00:00.000Z',
}

export const Security = Type.Object(
  {
    secondFactor: {
      ...oneOf(['on', 'off', 'owed'] as const),
      description: '`owed`: until it is set up, the roles of an administrator or leader only let one read',
    },
    recoveryLeft: { ...Count, description: 'Recovery codes that were not used yet' },
    identityLinkedAt: {
      ...nullable(InstantText),
      description: 'Since when one may sign in with an account of the office; null: not',
    },
    sessions: Type.Array(
      Type.Object(
        {
          id: SessionId,
          current: Type.Boolean(),
          ip: nullable(Text),
          userAgent: nullable(Text),
          openedAt: InstantText,
          expiresAt: InstantText,
        },
        { additionalProperties: false },
      ),
      { maxItems: 100 },
    ),
  },
  {
    $id: 'Security',
    additionalProperties: false,
    examples: [{ secondFactor: 'off', recoveryLeft: 0, identityLinkedAt: null, sessions: [SESSION_EXAMPLE] }],
  },
)
export type Security = Static<typeof Security>

export const PasswordChange = Type.Object(
  { current: Password, next: Password },
  {
    $id: 'PasswordChange',
    additionalProperties: false,
    examples: [{ current: 'mười lăm ký tự trở lên', next: 'một câu khác, dài hơn' }],
  },
)

export const PasswordProof = Type.Object(
  { password: Password },
  {
    $id: 'PasswordProof',
    additionalProperties: false,
    examples: [{ password: 'mười lăm ký tự trở lên' }],
  },
)

export const FactorSecret = Type.Object(
  {
    secret: Type.String({ maxLength: 64, pattern: '^[A-Z2-7]+$', description: 'Base32, to type by hand' }),
    uri: Type.String({ maxLength: 500, format: 'uri', description: 'For the QR code' }),
  },
  {
    $id: 'FactorSecret',
    additionalProperties: false,
    examples: [
      {
        secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        uri: 'otpauth://totp/Ti%E1%BA%BFn%20%C4%90%E1%BB%99:an@phuong.test?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
      },
    ],
  },
)

export const FactorCode = Type.Object(
  { code: CodeText },
  { $id: 'FactorCode', additionalProperties: false, examples: [{ code: '492039' }] },
)

export const RecoveryCodes = Type.Object(
  {
    codes: Type.Array(Type.String({ maxLength: 20, pattern: '^[0-9a-z-]+$' }), {
      maxItems: 10,
      description: 'Each opens once, when the authenticator is lost; shown this once',
    }),
  },
  { $id: 'RecoveryCodes', additionalProperties: false, examples: [{ codes: ['7kq2m-x9d4p'] }] },
)

export const SessionParams = Type.Object({ id: SessionId })
