import { SlipPage } from '../features/slips/slip-page.tsx'
import { BareFrame } from './bare-frame.tsx'

/** A slip stands alone: whoever opens it has no account and no other page. */
export function SlipRoute() {
  return (
    <BareFrame>
      <SlipPage />
    </BareFrame>
  )
}
