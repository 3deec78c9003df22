import { useId } from 'react'
import { messages } from '@/lib/messages/messages'
import type { ReportForm } from '@/lib/reports/loaders'

interface Props {
  pieces: ReportForm['pieces']
  typed: string | undefined
}

/** Which words of a page are meant: a passage by how it begins, a value by its field, or the page as a whole. */
export function PieceField({ pieces: { choices, chosen }, typed }: Props) {
  const id = useId()
  const texts = messages().reports.piece
  return (
    <div className="field">
      <label htmlFor={id}>{texts.legend}</label>
      <p className="hint" id={`${id}-hint`}>
        {texts.hint}
      </p>
      <select id={id} name="piece" defaultValue={typed ?? chosen} aria-describedby={`${id}-hint`}>
        <option value="">{texts.whole}</option>
        {choices.map(({ piece, words }) => (
          <option key={piece} value={piece}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
