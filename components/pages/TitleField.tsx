'use client'
import { Problem } from '@/components/editor/Fields'
import { messages } from '@/lib/messages/messages'

interface Props {
  title: string
  problem: string | undefined
  onChange: (title: string) => void
}

/** The title in its reading size; the field grows with its text. */
export function TitleField({ title, problem, onChange }: Props) {
  const { editing } = messages()
  return (
    <div className="field title-field">
      <label htmlFor="field-title">{editing.page.title}</label>
      <textarea
        id="field-title"
        className="title"
        dir="auto"
        rows={1}
        placeholder={editing.page.titlePlaceholder}
        value={title}
        aria-invalid={problem ? true : undefined}
        aria-describedby="field-title-problem"
        onChange={(event) => onChange(event.target.value.replace(/[\r\n]+/g, ' '))}
      />
      <Problem id="field-title" text={problem} />
    </div>
  )
}
