// The part of the walk that goes through the registers: denominators and evidence.
import type supertest from 'supertest'
import { PLAN } from './harness.ts'

type StepTaken = (operationId: string, request: supertest.Test) => Promise<supertest.Response>

const PDF = Buffer.from('%PDF-1.4\n%%EOF\n')

export async function walkRegisters(step: StepTaken, coordinator: supertest.Agent): Promise<void> {
  const counted = { kind: 'households', area: 'TDP-05', on: '2026-01-01', value: 353, etag: null }
  await step('recordDenominators', coordinator.post(`${PLAN}/denominators`).send({ entries: [counted] }))
  await step('listDenominators', coordinator.get(`${PLAN}/denominators`))

  const about = { resource: 'measurement', code: 'FB-02/TDP-05', year: 2026 }
  const evidence = `${PLAN}/evidence`
  const file = coordinator.post(`${evidence}/files`).query({ ...about, name: 'Biên bản.pdf' })
  const kept = await step('addEvidenceFile', file.set('content-type', 'application/pdf').send(PDF))
  const link = { ...about, url: 'https://quangngai.gov.vn/tin/1' }
  const linked = await step('addEvidenceLink', coordinator.post(`${evidence}/links`).send(link))
  await step('listEvidence', coordinator.get(evidence).query(about))
  await step('getEvidenceFile', coordinator.get(kept.body.fileUrl))
  const unwanted = coordinator.delete(`${evidence}/${linked.body.id}`)
  await step('removeEvidence', unwanted.set('if-match', linked.body.etag))
}
