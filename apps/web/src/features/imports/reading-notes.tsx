import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import type { ImportOptions } from './import-options.ts'
import type { ImportReport } from './import-report.ts'
import styles from './imports.module.css'

const FONTS: Readonly<Record<string, string>> = {
  tcvn3: 'TCVN3 (ABC, .VnTime)',
  vni: 'VNI',
  'windows-1258': 'Windows-1258',
}

interface ReadingNotesProps {
  report: ImportReport
  options: ImportOptions
  onChoose: (change: Partial<ImportOptions>) => void
}

/** What was found out about the file on the way: which sheet, which lines are no rows, which letters were converted. */
export function ReadingNotes({ report: { reading }, options, onChoose }: ReadingNotesProps) {
  const font = FONTS[reading.encoding]
  const blank = reading.leftOut.filter(({ what }) => what === 'not_filled').length
  const lines = reading.leftOut
    .filter(({ what }) => what !== 'not_filled')
    .map(({ line, value }) => m.import_left_out_line({ line, value }))
    .join(', ')
  return (
    <>
      {reading.sheet !== null && (
        <p className={styles.hint}>{m.import_read_sheet({ sheet: reading.sheet })}</p>
      )}
      {lines !== '' && <p className={styles.hint}>{m.import_left_out({ lines })}</p>}
      {blank > 0 && <p className={styles.hint}>{m.import_not_filled({ count: blank })}</p>}
      {font && reading.converted.length > 0 && (
        <Card
          title={m.import_converted({ font })}
          flush
          aside={<Button onPress={() => onChoose({ encoding: 'utf-8' })}>{m.import_convert_not()}</Button>}
        >
          <p className={styles.helpText}>{m.import_converted_text()}</p>
          <Table
            caption={m.import_converted({ font })}
            columns={[
              { key: 'from', header: m.import_converted_from(), cell: ({ from }) => from },
              { key: 'to', header: m.import_converted_to(), rowHeader: true, cell: ({ to }) => to },
            ]}
            rows={reading.converted}
            rowKey={({ from }) => from}
          />
        </Card>
      )}
      {options.encoding === 'utf-8' && (
        <div>
          <Button onPress={() => onChoose({ encoding: 'auto' })}>{m.import_convert_again()}</Button>
        </div>
      )}
    </>
  )
}
