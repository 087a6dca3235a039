import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { MOST_ON_SLIP } from '@tien-do/domain/slip'
import { useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { formatDayBefore } from '../../lib/format.ts'
import { errorSentence } from '../../lib/messages.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { nameOf } from '../indicators/names.ts'
import { QrCode } from './qr-code.tsx'
import { slipsQuery } from './queries.ts'
import styles from './slips.module.css'

interface SlipMakerProps {
  plan: string
  year: number
  area: { code: string; name: string }
  indicators: Schemas['EntryForm']['indicators']
  onClose: () => void
}

/** A name and a few indicators in; a link, a square for the camera and a text for Zalo out. */
export function SlipMaker({ plan, year, area, indicators, onClose }: SlipMakerProps) {
  const queryClient = useQueryClient()
  const [person, setPerson] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>(
    indicators.slice(0, MOST_ON_SLIP).map(({ code }) => code),
  )
  const make = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/plans/{plan}/slips', {
          params: { path: { plan } },
          body: { area: area.code, year, person: person.trim(), indicators: [...chosen] },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: slipsQuery(plan, year).queryKey }),
  })
  return (
    <Dialog
      title={m.slip_make_for({ name: area.name })}
      closeLabel={m.entry_close()}
      isOpen
      onClose={onClose}
    >
      {make.data ? (
        <Given slip={make.data} />
      ) : (
        <form
          className={styles.maker}
          onSubmit={(event) => {
            event.preventDefault()
            make.mutate()
          }}
        >
          <Field
            label={m.slip_person()}
            hint={m.slip_person_hint()}
            value={person}
            onChange={setPerson}
            isRequired
          />
          <fieldset className={styles.choices}>
            <legend>{m.slip_indicators({ most: MOST_ON_SLIP })}</legend>
            {indicators.map((indicator) => (
              <Checkbox
                key={indicator.code}
                label={nameOf(indicator)}
                isChecked={chosen.includes(indicator.code)}
                onChange={(isChecked) =>
                  setChosen(
                    isChecked
                      ? [...chosen, indicator.code].slice(-MOST_ON_SLIP)
                      : chosen.filter((code) => code !== indicator.code),
                  )
                }
              />
            ))}
          </fieldset>
          {make.error && <p role="alert">{errorSentence(make.error)}</p>}
          <Button
            look="primary"
            type="submit"
            isPending={make.isPending}
            isDisabled={person.trim().length < 2 || chosen.length === 0}
          >
            {m.slip_make()}
          </Button>
        </form>
      )}
    </Dialog>
  )
}

function Given({ slip }: { slip: Schemas['IssuedSlip'] }) {
  const [isCopied, setCopied] = useState(false)
  const link = `${window.location.origin}/phieu/${slip.secret}`
  const text = m.slip_zalo({
    person: slip.person,
    area: slip.area.name,
    year: slip.year,
    until: formatDayBefore(slip.expiresAt),
    link,
  })
  return (
    <div className={styles.maker}>
      <p>{m.slip_given()}</p>
      <QrCode text={link} label={m.slip_qr({ person: slip.person })} />
      <p className={styles.link}>{link}</p>
      <textarea className={styles.zalo} readOnly rows={5} value={text} aria-label={m.slip_zalo_label()} />
      <div className={styles.buttons}>
        <Button
          look="primary"
          onPress={async () => {
            await navigator.clipboard.writeText(text)
            setCopied(true)
          }}
        >
          {m.slip_copy()}
        </Button>
        <span role="status">{isCopied ? m.entry_copied() : ''}</span>
      </div>
    </div>
  )
}
