import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'

interface CopyTextProps {
  label: string
  /** Spoken where the same words stand in several rows. */
  spoken?: string
  text: () => string
  size?: 'medium' | 'small'
}

/** One tap copies; where the browser does not let us, the text stands there to be copied by hand. */
export function CopyText({ label, spoken, text, size = 'small' }: CopyTextProps) {
  const [copied, setCopied] = useState(false)
  const [byHand, setByHand] = useState<string | null>(null)

  async function copy() {
    const words = text()
    try {
      await navigator.clipboard.writeText(words)
      setCopied(true)
    } catch {
      setByHand(words)
    }
  }

  return (
    <>
      <Button size={size} onPress={copy} {...(spoken ? { 'aria-label': spoken } : {})}>
        {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
        {copied ? m.copied() : label}
      </Button>
      <Dialog
        title={m.copy_by_hand()}
        closeLabel={m.app_close()}
        isOpen={byHand !== null}
        onClose={() => setByHand(null)}
      >
        <TextArea label={m.copy_by_hand_text()} name="text" rows={8} defaultValue={byHand ?? ''} />
      </Dialog>
    </>
  )
}
