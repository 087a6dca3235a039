import { ACTIONS, allowedAmong } from '@tien-do/domain/permission'
import { DELIVERY_STATES, DISABLED_BECAUSE } from '@tien-do/domain/webhook'
import { type Static, Type } from 'typebox'
import type { Context } from '../../core/context.ts'
import {
  exampleOf,
  Id,
  InstantText,
  list,
  Name,
  nullable,
  oneOf,
  PlanParams,
  ref,
  Text,
  Whole,
} from '../../http/shapes.ts'
import type { DeliveryRow, WebhookRow } from './webhooks.repo.ts'

const ID = '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293'
const NEW_EXAMPLE = { name: 'Cổng thông tin thành phố', url: 'https://portal.example/tien-do' }
const Address = Type.String({ minLength: 1, maxLength: 2_000, pattern: '^[!-~]+$' })

export const NewWebhook = Type.Object(
  { name: Type.String({ ...Name, minLength: 1 }), url: Address },
  { $id: 'NewWebhook', additionalProperties: false, examples: [NEW_EXAMPLE] },
)

export const Webhook = Type.Object(
  {
    id: Id,
    name: Name,
    url: Address,
    state: oneOf(['active', 'disabled'] as const),
    disabledBecause: nullable(oneOf(DISABLED_BECAUSE)),
    /** Until when two secrets sign. */
    previousUntil: nullable(InstantText),
    /** Since when no try was a success; null where the last one was. */
    failingSince: nullable(InstantText),
    createdBy: Name,
    createdAt: InstantText,
    allowedActions: Type.Array(oneOf(ACTIONS), { maxItems: 5 }),
  },
  {
    $id: 'Webhook',
    additionalProperties: false,
    examples: [
      {
        ...{ id: ID, ...NEW_EXAMPLE, state: 'active', disabledBecause: null, previousUntil: null },
        ...{ failingSince: null, createdBy: 'Nguyễn Văn Quản', createdAt: '2026-11-22T02:00:00.000Z' },
        allowedActions: ['webhook.change', 'webhook.replay'],
      },
    ],
  },
)
export const WebhookList = list(Webhook, 'WebhookList')

export const WebhookSecret = Type.Object(
  {
    webhook: ref(Webhook),
    /** Shown now and never again; for the libraries of standardwebhooks.com. */
    secret: Type.String({ maxLength: 80, pattern: '^whsec_' }),
  },
  {
    $id: 'WebhookSecret',
    additionalProperties: false,
    examples: [{ webhook: exampleOf(Webhook)[0], secret: `whsec_${'A'.repeat(43)}=` }],
  },
)

export const WebhookDelivery = Type.Object(
  {
    id: Id,
    state: oneOf(DELIVERY_STATES),
    tries: Whole,
    nextAt: nullable(InstantText),
    lastStatus: nullable(Whole),
    /** What went wrong where there was no answer, in the words of the machine. */
    lastError: nullable(Text),
    createdAt: InstantText,
    endedAt: nullable(InstantText),
    body: Text,
  },
  {
    $id: 'WebhookDelivery',
    additionalProperties: false,
    examples: [
      {
        ...{ id: ID, state: 'delivered', tries: 1, nextAt: null, lastStatus: 204, lastError: null },
        ...{ createdAt: '2026-11-22T02:00:00.000Z', endedAt: '2026-11-22T02:00:01.000Z' },
        body: '{"type":"plan.changed","timestamp":"2026-11-22T02:00:00.000Z","data":{"plan":"chanh-lo-hts","revision":7,"resources":["measurement"]}}',
      },
    ],
  },
)
export const WebhookDeliveryList = list(WebhookDelivery, 'WebhookDeliveryList')

export const WebhookParams = Type.Object({ ...PlanParams.properties, id: Id })
export const DeliveryParams = Type.Object({ ...WebhookParams.properties, delivery: Id })

export const WEBHOOK_SHAPES = [
  ...[NewWebhook, Webhook, WebhookList, WebhookSecret, WebhookDelivery, WebhookDeliveryList],
]

const instant = (text: string | null) => (text === null ? null : new Date(text).toISOString())

export function toWire(row: WebhookRow, context: Context): Static<typeof Webhook> {
  const { id, name, url, state, disabledBecause, createdByName } = row
  return {
    ...{ id, name, url, state: state === 'active' ? 'active' : 'disabled', disabledBecause },
    previousUntil: instant(row.previousUntil),
    failingSince: instant(row.failingSince),
    createdBy: createdByName,
    createdAt: new Date(row.createdAt).toISOString(),
    allowedActions: allowedAmong(context.actor, ['webhook.change', 'webhook.replay'], {
      plan: row.planCode,
      department: null,
    }),
  }
}

export function deliveryToWire(row: DeliveryRow): Static<typeof WebhookDelivery> {
  const { id, state, tries, lastStatus, lastError, body } = row
  return {
    ...{ id, state, tries, lastStatus, lastError, body },
    nextAt: instant(row.nextAt),
    createdAt: new Date(row.createdAt).toISOString(),
    endedAt: instant(row.endedAt),
  }
}
