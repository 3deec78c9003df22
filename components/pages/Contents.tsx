import { messages } from '@/lib/messages/messages'

/** A part of a page that the contents link to. */
export interface Part {
  id: string
  text: string
  level: number
}

/** The list of contents: beside the text where there is room, collapsed where there is not. */
export function Contents({ title, parts }: { title: string; parts: Part[] }) {
  const { reading } = messages()
  return (
    <details className={`toc unfolds${parts.length < 3 ? ' short' : ''}`}>
      <summary className="eyebrow">{reading.contents}</summary>
      <nav aria-label={reading.contents}>
        <ol>
          <li>
            <a href="#text">{title}</a>
          </li>
          {parts.map(({ id, text, level }) => (
            <li key={id} className={level > 2 ? 'deep' : undefined}>
              <a href={`#${encodeURIComponent(id)}`}>{text}</a>
            </li>
          ))}
        </ol>
      </nav>
    </details>
  )
}
