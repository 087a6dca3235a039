// What there is to take, described for machines: a Frictionless data package, and DCAT for an open-data portal.
import { issuerName } from '../plans/index.ts'
import type { PublicReading } from './read-public.ts'
import { OPEN_TABLES } from './table-names.ts'
import { openTable } from './tables.ts'

const CSV = 'text/csv'

/** A tabular data package (Frictionless Data, version 1): paths are relative to its own address. */
export function dataPackage(reading: PublicReading) {
  const { plan, asOf } = reading
  return {
    profile: 'tabular-data-package',
    name: plan.code,
    title: plan.plan.title,
    created: `${asOf}T00:00:00+07:00`,
    sources: [{ title: issuerName(plan) }],
    resources: OPEN_TABLES.map((each) => {
      const { name, title, fields, primaryKey } = openTable(each, reading)
      return {
        ...{ profile: 'tabular-data-resource', name, title, path: `data/${name}.csv` },
        ...{ format: 'csv', mediatype: CSV, encoding: 'utf-8' },
        schema: { fields: fields.map((field) => ({ ...field })), primaryKey: [...primaryKey] },
      }
    }),
  }
}

/** The plan as a dataset of a catalogue (W3C DCAT 3, as JSON-LD); `base` is the address of the plan's public data. */
export function dcatDataset(reading: PublicReading, base: string) {
  const { plan, asOf } = reading
  const file = (path: string, title: string, mediaType: string) => ({
    '@type': 'dcat:Distribution',
    'dct:title': title,
    'dcat:downloadURL': { '@id': `${base}/${path}` },
    'dcat:mediaType': mediaType,
  })
  return {
    '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' },
    '@id': base,
    '@type': 'dcat:Dataset',
    'dct:title': plan.plan.title,
    'dct:publisher': issuerName(plan),
    'dct:language': 'vi',
    'dct:modified': asOf,
    'dcat:distribution': [
      ...OPEN_TABLES.map((each) => file(`data/${each}.csv`, openTable(each, reading).title, CSV)),
      file('indicators', 'Chỉ tiêu và số liệu đã duyệt gần nhất', 'application/json'),
      file('datapackage.json', 'Gói dữ liệu', 'application/json'),
    ],
  }
}
