import type { DiffPart } from '@/lib/content/diff-words'

/** Words with their marks: removed ones struck, added ones underlined, altered ones dotted, whatever their colours. */
export function Parts({ parts }: { parts: readonly DiffPart[] }) {
  return parts.map((part, index) => {
    const key = `${index}.${part.mark}`
    if (part.mark === 'removed') return <del key={key}>{part.text}</del>
    if (part.mark === 'added') return <ins key={key}>{part.text}</ins>
    if (part.mark === 'altered')
      return (
        <mark key={key} className="altered">
          {part.text}
        </mark>
      )
    return part.text
  })
}
