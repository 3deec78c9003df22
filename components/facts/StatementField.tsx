'use client'
import { useRef, useState } from 'react'
import { Problem } from '@/components/editor/Fields'
import { SuggestionList } from '@/components/editor/suggest/SuggestionList'
import { useEarlyChange } from '@/components/ui/use-early-change'
import { plainText } from '@/lib/content/plain-text'
import { typedLine } from '@/lib/content/typed-marks'
import { messages } from '@/lib/messages/messages'
import { countGraphemes } from '@/lib/text/graphemes'
import { MarkedWords } from './MarkedWords'
import { usePagesInBrackets } from './use-pages-in-brackets'

const MOST = 600

/**
 * The statement, in its reading type; shows the remaining length once it is short, and how it reads once it has marks.
 * Marks are typed, or put around what is selected; pages are suggested within double brackets.
 */
export function StatementField({ value, problem }: { value: string; problem: string | undefined }) {
  const { newFact: texts, editing } = messages()
  const [typed, setTyped] = useState(value)
  const area = useRef<HTMLTextAreaElement>(null)
  const pages = usePagesInBrackets(area)
  useEarlyChange(area, (field) => setTyped(field.value))
  const line = typedLine(typed)
  const left = MOST - countGraphemes(plainText(line), 100_000)

  /** Puts marks around what is selected, and keeps it selected. */
  function surround(before: string, after: string) {
    const field = area.current
    if (!field) return
    const { selectionStart: start, selectionEnd: end } = field
    field.setRangeText(before + field.value.slice(start, end) + after, start, end, 'end')
    field.focus()
    field.setSelectionRange(start + before.length, end + before.length)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    pages.look()
  }

  return (
    <div className="field is-question">
      <label htmlFor="plain-statement">{texts.statement}</label>
      <div className="picker">
        <textarea
          id="plain-statement"
          ref={area}
          name="statement"
          className="statement"
          dir="auto"
          rows={3}
          defaultValue={value}
          aria-invalid={problem ? true : undefined}
          aria-describedby="plain-statement-hint plain-statement-problem"
          aria-controls={pages.isOpen ? pages.id : undefined}
          aria-activedescendant={pages.isOpen ? `${pages.id}-${pages.active}` : undefined}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.target.value)
            pages.look()
          }}
          onKeyDown={pages.onKeyDown}
          onSelect={pages.look}
          onBlur={pages.close}
        />
        <SuggestionList
          id={pages.id}
          label={editing.pageLink.label}
          isOpen={pages.isOpen}
          results={pages.results}
          own={null}
          active={pages.active}
          onTake={pages.take}
          note={null}
        />
      </div>
      <div className="marks-row">
        <p id="plain-statement-hint" className="hint">
          {texts.statementHint}
          {left < MOST / 5 && (
            <span className={left < 0 ? 'room is-over' : 'room'}> {editing.room(left)}</span>
          )}
        </p>
        <fieldset className="marks-tools" aria-label={texts.marks.label}>
          <button type="button" aria-label={texts.marks.bold} onClick={() => surround('**', '**')}>
            <b>B</b>
          </button>
          <button type="button" aria-label={texts.marks.italic} onClick={() => surround('*', '*')}>
            <i>I</i>
          </button>
          <button type="button" aria-label={texts.marks.page} onClick={() => surround('[[', ']]')}>
            [[ ]]
          </button>
        </fieldset>
      </div>
      {line.some(({ marks }) => marks) && (
        <p className="marks-look" dir="auto">
          <span className="quiet">{texts.marks.reads}</span> <MarkedWords nodes={line} />
        </p>
      )}
      <Problem id="plain-statement" text={problem} />
    </div>
  )
}
