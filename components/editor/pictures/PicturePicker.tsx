'use client'
import { EntryPicker } from '@/components/editor/suggest/EntryPicker'
import type { Named } from '@/lib/entries/named'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

interface Props {
  label: string
  onPick: (named: Named) => void
  id?: string
  /** What to choose, said before the way to a new one. */
  help?: string | null
  autoFocus?: boolean
  isInvalid?: boolean
}

/** Finds a picture of the wiki, or leads to the form for a new one: in a tab of its own, so that nothing typed is lost. */
export function PicturePicker({ help, ...picker }: Props) {
  const { inText } = messages().files
  return (
    <>
      <EntryPicker {...picker} hint={inText.hint} kinds={['file']} nothing={inText.nothing} />
      <p className="hint">
        {help}{' '}
        <a href={paths.newFile()} target="_blank" rel="noopener">
          {inText.uploadNew}
        </a>
      </p>
    </>
  )
}
