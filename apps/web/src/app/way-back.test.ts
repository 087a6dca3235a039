import { expect, test } from 'vitest'
import { readWayBack } from './way-back.ts'

test('after signing in one goes back to where one was', () => {
  expect(readWayBack({ tiep: '/chi-tieu?trangthai=cham' })).toEqual({ tiep: '/chi-tieu?trangthai=cham' })
})

test.each(['//elsewhere.test', '/\\elsewhere.test', 'https://elsewhere.test', 'javascript:alert(1)', ''])(
  'nobody is led out of the house by %s',
  (tiep) => {
    expect(readWayBack({ tiep })).toEqual({})
  },
)
