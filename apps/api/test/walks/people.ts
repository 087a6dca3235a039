import { codeOf } from '../authenticator.ts'
import { API } from '../harness.ts'
import { PASSWORD } from '../template.ts'
import type { Walk } from './walker.ts'

const ROLE = { role: 'officer', plan: 'chanh-lo-hts', department: 'TP-HT', from: null, until: null }

export const walkPeople: Walk = async ({ house, step, admin }) => {
  const people = `${API}/people`
  const newcomer = (email: string) => ({ name: 'Người tới', email, roles: [ROLE] })
  const one = await step('invitePerson', admin.post(people).send(newcomer('toi.1@phuong.test')))
  const other = await step('invitePerson', admin.post(people).send(newcomer('toi.2@phuong.test')))
  const secret = one.body.link.split('/').at(-1)
  await step('getInvitation', house.anyone.get(`${API}/invitations/${secret}`))
  const { id, etag } = one.body.person
  await step('reinvitePerson', admin.post(`${people}/${id}/invitation`))
  const roles = [{ ...ROLE, department: 'VP-TK' }]
  await step('changeRoles', admin.put(`${people}/${id}/roles`).set('if-match', etag).send({ roles }))
  const to = other.body.person.id
  const hand = { to, on: '2026-12-01', reason: 'Chuyển công tác' }
  await step('handOver', admin.post(`${people}/${id}/hand-over`).send(hand))
  await step('disablePerson', admin.post(`${people}/${id}/disable`))
  await step('enablePerson', admin.post(`${people}/${id}/enable`))
  await step('listPeople', admin.get(people))

  const viewer = await house.signIn('viewer')
  const second = await house.signIn('viewer')
  const { body } = await step('getSecurity', second.get(`${API}/me/security`))
  const mine = body.sessions.find((each: { current: boolean }) => each.current).id
  await step('endSession', viewer.delete(`${API}/me/sessions/${mine}`))
  await step('endOtherSessions', viewer.delete(`${API}/me/sessions`))
  const factor = `${API}/me/second-factor`
  const begun = await step('beginSecondFactor', viewer.post(factor).send({ password: PASSWORD }))
  const code = codeOf(begun.body.secret, house.clock)
  await step('confirmSecondFactor', viewer.post(`${factor}/confirm`).send({ code }))
  await step('removeSecondFactor', viewer.post(`${factor}/remove`).send({ password: PASSWORD }))
  const next = 'ba con vịt qua cầu tre'
  await step('changePassword', viewer.post(`${API}/me/password`).send({ current: PASSWORD, next }))
  await viewer.post(`${API}/me/password`).send({ current: next, next: PASSWORD })
}
