// The part of the walk that goes through the registers: denominators, areas, checklists and evidence.
import { PLAN } from '../harness.ts'
import type { Walk } from './walker.ts'

const PDF = Buffer.from('%PDF-1.4\n%%EOF\n')

export const walkRegisters: Walk = async ({ step, coordinator }) => {
  const counted = { kind: 'households', area: 'TDP-05', on: '2026-01-01', value: 353, etag: null }
  await step('recordDenominators', coordinator.post(`${PLAN}/denominators`).send({ entries: [counted] }))
  await step('listDenominators', coordinator.get(`${PLAN}/denominators`))
  await step('exportRows', coordinator.get(`${PLAN}/exports/denominators`))

  const about = { resource: 'measurement', code: 'FB-02/TDP-05', year: 2026 }
  const evidence = `${PLAN}/evidence`
  const file = coordinator.post(`${evidence}/files`).query({ ...about, name: 'Biên bản.pdf' })
  const kept = await step('addEvidenceFile', file.set('content-type', 'application/pdf').send(PDF))
  const link = { ...about, url: 'https://quangngai.gov.vn/tin/1' }
  const linked = await step('addEvidenceLink', coordinator.post(`${evidence}/links`).send(link))
  await step('listEvidence', coordinator.get(evidence).query(about))
  await step('getEvidenceFile', coordinator.get(kept.body.fileUrl))
  const reform = { on: '2026-07-01' }
  const areas = `${PLAN}/areas`
  const named = (code: string) => ({ code, name: `Tổ ${code}` })
  await step('openAreas', coordinator.post(areas).send({ ...reform, areas: [named('TDP-20')] }))
  const merging = { ...reform, from: ['TDP-01', 'TDP-02'], to: named('TDP-21') }
  await step('mergeAreas', coordinator.post(`${areas}/merge`).send(merging))
  const splitting = { ...reform, to: [named('TDP-22'), named('TDP-23')] }
  await step('splitArea', coordinator.post(`${areas}/TDP-03/split`).send(splitting))
  await step(
    'renameArea',
    coordinator.post(`${areas}/TDP-04/rename`).send({ ...reform, name: 'Tổ Hòa Bình' }),
  )
  await step('closeArea', coordinator.post(`${areas}/TDP-14/close`).send(reform))

  const organisation = `${PLAN}/organisation`
  const known = await step('getOrganisation', coordinator.get(organisation))
  const [{ earliest, legalBasis, changes }] = known.body.arrangements
  const wanted = { on: earliest, legalBasis, changes }
  await step('arrangeDepartments', coordinator.post(`${organisation}?mode=validate`).send(wanted))
  const name = 'Hội Phụ nữ phường'
  const renaming = { act: 'rename', from: ['HLHPN'], to: [{ code: 'HLHPN', name, shortName: name }] }
  await step(
    'arrangeDepartments',
    coordinator.post(`${organisation}?mode=commit`).send({ ...wanted, changes: [renaming] }),
  )

  const list = `${PLAN}/checklists/SEC-01`
  const item = { code: 'MT-01', name: 'Máy trạm 1', status: 'done', since: '2026-03-01', etag: null }
  await step('saveChecklist', coordinator.patch(list).send({ items: [item] }))
  await step('listChecklists', coordinator.get(`${PLAN}/checklists`))
  await step('getChecklist', coordinator.get(list))
  await step('listChecklistHistory', coordinator.get(`${list}/items/MT-01/history`))
  await step('recordFromChecklist', coordinator.post(`${list}/figure`).send({}))

  const unwanted = coordinator.delete(`${evidence}/${linked.body.id}`)
  await step('removeEvidence', unwanted.set('if-match', linked.body.etag))
}
