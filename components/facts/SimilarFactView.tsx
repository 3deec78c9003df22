import type { ReactNode } from 'react'
import { messages } from '@/lib/messages/messages'
import type { SimilarFact } from '@/lib/search/similar-facts'

/** A fact that says much the same: its statement, how sure it is, who said it, and what speaks against it. */
export function SimilarFactView({ fact, children }: { fact: SimilarFact; children?: ReactNode }) {
  const { number, path, statement, badge, who, sources, against } = fact
  return (
    <article className={`alike-fact ${badge.look}`}>
      <p className="statement" dir="auto">
        {statement}
      </p>
      <p className="said">
        <span className={`badge ${badge.look}`}>{badge.word}</span>
        {who && <span dir="auto">{who}</span>}
        {sources && <span>{sources}</span>}
        <a href={path}>{messages().facts.numbered(number)}</a>
      </p>
      {against && (
        <p className="alike-why" dir="auto">
          {[against.why, ...against.voices].join(' ')}
        </p>
      )}
      {children}
    </article>
  )
}
