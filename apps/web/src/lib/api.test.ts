// What the service refuses is thrown with its code; what never arrived is not blamed on the service.

import { expect, test } from 'vitest'
import { ApiProblem, answer } from './api.ts'
import { errorSentence } from './messages.ts'

const problem = {
  type: 'about:blank',
  title: 'Không có quyền',
  status: 403,
  code: 'permission.refused',
  instance: 'urn:req:1',
  requestId: 'r-1',
}
const refused = (error: unknown, status: number) =>
  answer(Promise.resolve({ error, response: new Response(null, { status }) }))

test('an answer is its data', async () => {
  await expect(answer(Promise.resolve({ data: 7, response: new Response(null) }))).resolves.toBe(7)
})

test('a refusal carries its status, code, request and faults', async () => {
  const faults = [{ pointer: '/email', in: 'body', code: 'format' }]
  await expect(refused({ ...problem, errors: faults }, 403)).rejects.toMatchObject({
    status: 403,
    code: 'permission.refused',
    requestId: 'r-1',
    faults,
  })
})

test('an answer that is no problem document is a fault of ours', async () => {
  await expect(refused('<html>', 502)).rejects.toMatchObject({
    status: 502,
    code: 'unknown',
    requestId: null,
  })
})

test('a lost connection has words of its own', async () => {
  const lost = answer(Promise.reject(new TypeError('Failed to fetch')))
  await expect(lost).rejects.toMatchObject({ status: 0, code: 'network.unreachable' })
  expect(errorSentence(new ApiProblem(0, null))).toContain('Không kết nối được máy chủ')
})

test('a question that was given up is no problem', async () => {
  const abort = new DOMException('aborted', 'AbortError')
  await expect(answer(Promise.reject(abort))).rejects.toBe(abort)
})
