import { Type } from 'typebox'
import { IF_MATCH, requiredEtag } from '../../http/etag.ts'
import type { FeatureRoutes } from '../../http/house.ts'
import { ref } from '../../http/shapes.ts'
import { changeRoles, disablePerson, enablePerson, handOver, listPeople } from './change-people.ts'
import { type Invited, invitePerson, reinvitePerson } from './invite-person.ts'
import {
  HandedOver,
  HandOver,
  InvitedPerson,
  NewPerson,
  Person,
  PersonList,
  PersonParams,
  RolesChange,
  toWire,
} from './people.schema.ts'

const tags = ['access']

export const peopleRoutes: FeatureRoutes =
  ({ publicUrl }) =>
  async (app) => {
    for (const schema of [Person, PersonList, NewPerson, RolesChange, HandOver, HandedOver, InvitedPerson])
      app.addSchema(schema)
    const linkOf = (secret: string) => new URL(`/dat-mat-khau/${secret}`, publicUrl).href
    const invited = (context: Parameters<typeof toWire>[0], { person, secret, expiresAt }: Invited) => ({
      person: toWire(context, person),
      link: linkOf(secret),
      expiresAt,
    })

    app.get(
      '/people',
      {
        config: { permission: 'person.read' },
        schema: {
          operationId: 'listPeople',
          summary: 'People, with the roles they hold, held and will hold',
          tags,
          response: { 200: ref(PersonList) },
        },
      },
      async ({ context }) => ({
        items: (await listPeople(context)).map((person) => toWire(context, person)),
      }),
    )

    app.post(
      '/people',
      {
        config: { permission: 'person.invite' },
        schema: {
          operationId: 'invitePerson',
          summary: 'Add a person; the link for the first password is shown once',
          tags,
          body: ref(NewPerson),
          response: { 201: ref(InvitedPerson) },
        },
      },
      // Never through the store of answers: the link is kept nowhere.
      async ({ body, context }, reply) =>
        reply.code(201).send(invited(context, await invitePerson(context, body))),
    )

    app.post(
      '/people/:id/invitation',
      {
        config: { permission: 'person.invite' },
        schema: {
          operationId: 'reinvitePerson',
          summary: 'A new link for somebody who lost the link, the password or the second factor',
          tags,
          params: PersonParams,
          response: { 201: ref(InvitedPerson) },
        },
      },
      async ({ params, context }, reply) =>
        reply.code(201).send(invited(context, await reinvitePerson(context, params.id))),
    )

    app.put(
      '/people/:id/roles',
      {
        config: { permission: 'person.change' },
        schema: {
          operationId: 'changeRoles',
          summary: 'Say which roles a person holds, from when and until when',
          tags,
          params: PersonParams,
          headers: Type.Object(IF_MATCH),
          body: ref(RolesChange),
          response: { 200: ref(Person) },
        },
      },
      async (request) => {
        const { params, body, context } = request
        return toWire(context, await changeRoles(context, params.id, body.roles, requiredEtag(request)))
      },
    )

    app.post(
      '/people/:id/disable',
      {
        config: { permission: 'person.disable' },
        schema: {
          operationId: 'disablePerson',
          summary: 'Let a person in no more; all their sessions end',
          tags,
          params: PersonParams,
          response: { 200: ref(Person) },
        },
      },
      async ({ params, context }) => toWire(context, await disablePerson(context, params.id)),
    )

    app.post(
      '/people/:id/enable',
      {
        config: { permission: 'person.disable' },
        schema: {
          operationId: 'enablePerson',
          summary: 'Let a person in again',
          tags,
          params: PersonParams,
          response: { 200: ref(Person) },
        },
      },
      async ({ params, context }) => toWire(context, await enablePerson(context, params.id)),
    )

    app.post(
      '/people/:id/hand-over',
      {
        config: { permission: 'person.hand-over' },
        schema: {
          operationId: 'handOver',
          summary: 'Give a person’s roles, and with them what is open, to a successor',
          tags,
          params: PersonParams,
          body: ref(HandOver),
          response: { 200: ref(HandedOver) },
        },
      },
      async ({ params, body, context }) => {
        const { from, to } = await handOver(context, params.id, body)
        return { from: toWire(context, from), to: toWire(context, to) }
      },
    )
  }
