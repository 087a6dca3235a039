// The codes by which the service says what went wrong (docs/errors.md), and two of our own.

import type { Schemas } from '@tien-do/api-client'

type ServiceCode = Schemas['Problem']['code']

/** `network.unreachable`: no answer at all; `unknown`: an answer that is no problem of the service. */
export type ErrorCode = ServiceCode | 'network.unreachable' | 'unknown'
