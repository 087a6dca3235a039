import { codeOf } from '../authenticator.ts'
import { API } from '../harness.ts'
import { passThrough } from '../identity-provider.ts'
import { PASSWORD } from '../template.ts'
import type { Walk } from './walker.ts'

const ours = { 'sec-fetch-site': 'same-origin' }
const carriedBy = (headers: Record<string, unknown>) =>
  ([headers['set-cookie']].flat() as string[]).map((each) => each.split(';')[0]).join('; ')

export const walkIdentity: Walk = async ({ house, step }) => {
  const cookie = await house.cookieOf('finance')
  const agent = { cookie, ...ours }
  const answer = (search: string, carried: string) =>
    house.anyone
      .post(`${API}/sessions/identity/answer`)
      .set({ cookie: carried, ...ours })
      .send({ answer: search })
  const atProvider = async (to: string) => new URL(await passThrough(to, 'thu-quy')).search
  await step('getSignInOptions', house.anyone.get(`${API}/sign-in-options`))
  const linking = await step('linkIdentity', house.anyone.post(`${API}/me/identity`).set(agent))
  const found = await atProvider(linking.body.to)
  const named = await step('answerOfIdentityProvider', answer(found, carriedBy(linking.headers)))
  const both = { ...ours, cookie: `${cookie}; ${carriedBy(named.headers)}` }
  await step('confirmIdentity', house.anyone.post(`${API}/me/identity/confirm`).set(both))

  const factor = `${API}/me/second-factor`
  const begun = await house.anyone.post(factor).set(agent).send({ password: PASSWORD })
  const proof = { code: codeOf(begun.body.secret, house.clock) }
  const proved = await house.anyone.post(`${factor}/confirm`).set(agent).send(proof)
  const asked = await step('askIdentityProvider', house.anyone.post(`${API}/sessions/identity`).set(ours))
  const door = await answer(await atProvider(asked.body.to), carriedBy(asked.headers))
  const finish = house.anyone
    .post(`${API}/sessions/identity/code`)
    .set({ ...ours, cookie: carriedBy(door.headers) })
  await step('finishIdentitySession', finish.send({ code: proved.body.codes[0] }))

  const password = { password: PASSWORD }
  await step('proveSession', house.anyone.post(`${API}/sessions/current/proof`).set(agent).send(password))
  await house.anyone.post(`${factor}/remove`).set(agent).send(password)
  await step('unlinkIdentity', house.anyone.post(`${API}/me/identity/remove`).set(agent).send(password))
}
