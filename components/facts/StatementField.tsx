'use client'
import { useRef, useState } from 'react'
import { Problem } from '@/components/editor/Fields'
import { useEarlyChange } from '@/components/ui/use-early-change'
import { messages } from '@/lib/messages/messages'
import { countGraphemes } from '@/lib/text/graphemes'

const MOST = 600

/** The statement, in its reading type; shows the remaining length once it is short. */
export function StatementField({ value, problem }: { value: string; problem: string | undefined }) {
  const { newFact: texts } = messages()
  const [left, setLeft] = useState(MOST - value.length)
  const area = useRef<HTMLTextAreaElement>(null)
  const count = (text: string) => setLeft(MOST - countGraphemes(text, 100_000))
  useEarlyChange(area, (field) => count(field.value))
  return (
    <div className="field is-question">
      <label htmlFor="plain-statement">{texts.statement}</label>
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
        autoComplete="off"
        onChange={(event) => count(event.target.value)}
      />
      <p id="plain-statement-hint" className="hint">
        {texts.statementHint}
        {left < MOST / 5 && (
          <span className={left < 0 ? 'room is-over' : 'room'}> {messages().editing.room(left)}</span>
        )}
      </p>
      <Problem id="plain-statement" text={problem} />
    </div>
  )
}
