// One report, as every document of the API shows it.
export const EXAMPLE_ID = '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293'

export const EXAMPLE_BRIEF = {
  id: EXAMPLE_ID,
  year: 2026,
  state: 'draft',
  number: null,
  issuedOn: null,
  hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  corrects: null,
  correctedBy: null,
  reason: null,
  createdBy: 'Trần Thị Hoa',
  createdAt: '2026-11-22T02:00:00.000Z',
  submittedBy: null,
  submittedAt: null,
  approvedBy: null,
  approvedAt: null,
  sentAt: null,
  etag: '"1"',
  allowedActions: ['ward-report.edit', 'ward-report.refresh', 'ward-report.submit'],
}
