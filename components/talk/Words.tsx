import { Fragment, type ReactNode } from 'react'
import { FactCard } from '@/components/content/FactCard'
import { Line } from '@/components/content/Line'
import { inOrder } from '@/components/ui/in-order'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { Named } from '@/lib/talk/comment-view'
import { factAlone } from '@/lib/talk/fact-alone'
import type { Inline, Paragraph } from '@/lib/talk/words'

/** The words of a comment: paragraphs, quotations, and facts as cards where they stand alone. */
export function Words({ words, named }: { words: readonly Paragraph[]; named: Named }) {
  return (
    <div className="say">
      {inOrder(words).map(({ item, place }) => (
        <ParagraphView key={place} paragraph={item} named={named} />
      ))}
    </div>
  )
}

function ParagraphView({ paragraph, named }: { paragraph: Paragraph; named: Named }) {
  const card = named.facts.get(factAlone(paragraph) ?? 0)
  if (card)
    return (
      <div className="told-fact">
        <FactCard card={card} shown={{ names: named.namedByFacts }} isWithin />
      </div>
    )
  const lines = inOrder(paragraph.lines).map(({ item, place }, index) => (
    <Fragment key={place}>
      {index > 0 && <br />}
      {inOrder(item).map(({ item: inline, place: at }) => (
        <Fragment key={at}>{shownInline(inline, named)}</Fragment>
      ))}
    </Fragment>
  ))
  const text = <p dir="auto">{lines}</p>
  if (!paragraph.isQuote) return text
  return (
    <blockquote>
      {text}
      {paragraph.isGone && <p className="quiet">{messages().talk.comment.wordsGone}</p>}
    </blockquote>
  )
}

function shownInline(inline: Inline, named: Named): ReactNode {
  if (inline.type === 'text') return inline.text
  if (inline.type === 'link')
    return (
      <a href={inline.href} rel="nofollow ugc" className="out">
        {inline.href}
      </a>
    )
  if (inline.type === 'page') {
    const link = { type: 'wikiLink' as const, attrs: { page: null, title: inline.title } }
    return (
      <Line nodes={[{ type: 'text', text: inline.text, marks: [link] }]} shown={{ names: named.pages }} />
    )
  }
  if (inline.type === 'mention') {
    const name = named.people.get(inline.accountId)
    return name === undefined ? null : (
      <a href={paths.person(inline.accountId)}>
        @<bdi>{name}</bdi>
      </a>
    )
  }
  return <a href={inline.path}>{messages().talk.comment.here[inline.what](inline.number)}</a>
}
