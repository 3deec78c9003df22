import type { DiffPart } from '@/lib/content/diff-words'

/**
 * Words with marks: removed ones struck through, added ones underlined, changed ones dotted, so that colour is not
 * needed.
 */
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
