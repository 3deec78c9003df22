'use client'
import { useState } from 'react'
import { TextField } from '@/components/editor/Fields'
import { messages } from '@/lib/messages/messages'

interface Props {
  topics: string[]
  problem: string | undefined
  onChange: (topics: string[]) => void
}

/** Topics in one line, separated by commas; the line keeps the text as typed. */
export function TopicsField({ topics, problem, onChange }: Props) {
  const { editing } = messages()
  const [line, setLine] = useState(topics.join(', '))
  return (
    <TextField
      id="field-topics"
      label={editing.fact.topics}
      hint={editing.fact.topicsHint}
      value={line}
      problem={problem}
      onChange={(value) => {
        setLine(value)
        onChange(
          value
            .split(',')
            .map((topic) => topic.trim())
            .filter(Boolean),
        )
      }}
    />
  )
}
