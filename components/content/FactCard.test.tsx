import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { says } from '@/lib/changesets/testing'
import type { OpenFact } from '@/lib/facts/card'
import { Evidence } from './Evidence'
import { FactCard } from './FactCard'

const names = new Map()
const fact: OpenFact = {
  isClosed: false,
  id: 1,
  number: 4,
  path: '/facts/4',
  statement: says('Playing Charlie was a first job.'),
  standing: 'reported',
  sourceCount: 3,
  independentCount: 0,
  evidence: {
    originals: { count: 1, read: [], unread: ['The episode itself'] },
    reports: { count: 4, read: ['PinkNews', 'Radio Times', 'Metro', 'GQ'], unread: [] },
  },
  speaker: null,
  saidTo: null,
  original: null,
  saidOn: null,
  quote: null,
  via: null,
  outlets: ['PinkNews', 'Radio Times', 'Metro', 'GQ'].map((label, at) => ({
    label,
    path: `/sources/${at}`,
    isArticle: false,
  })),
  sides: [],
  citations: [],
  talk: { startPath: '/new/thread?entry=1&at=/facts/4', path: '/facts/4/talk', isOpen: false },
}

const plain = (view: ReactElement) =>
  renderToStaticMarkup(view)
    .replace(/<[^>]+>/g, '|')
    .replace(/\|+/g, '|')
const text = (card: OpenFact) => plain(<FactCard card={card} shown={{ names }} />)

describe('a fact card', () => {
  test('tells its standing in a word that leads to what stands behind it, who carries it, on how many sources, its number, and where to report it', () => {
    expect(text(fact)).toBe(
      '|Playing Charlie was a first job.|Second-hand|PinkNews|, |Radio Times| and 2 more|3 sources|Fact 4|Report|',
    )
    expect(renderToStaticMarkup(<FactCard card={fact} shown={{ names }} />)).toContain(
      '<a class="badge unsure" href="/facts/4#evidence">',
    )
    expect(plain(<Evidence card={fact} standing="reported" />)).toBe(
      [
        '|Someone else reports it.',
        '1 original|Not looked at yet:| The episode itself|4 second-hand|Someone here has read:| PinkNews, Radio Times, Metro and 1 more',
        'They may all repeat one story: nobody has shown yet that they are separate.',
        'Know who said it first? Add it|Discuss|Locked too late|',
      ].join('|'),
    )
  })

  test('names who said it, to whom and when, rather than who carried it', () => {
    const speaker = { label: 'Joe Locke', path: '/wiki/Joe_Locke', isGone: false }
    const card = { ...fact, speaker, saidTo: 'This Morning', saidOn: '2022-04', sourceCount: 1 }
    expect(text(card)).toContain('|Joe Locke|, to This Morning, April 2022|1 source|')
    const withOriginal = { ...card, original: 'https://itv.example/this-morning' }
    expect(renderToStaticMarkup(<FactCard card={withOriginal} shown={{ names }} />)).toContain(
      '<a href="https://itv.example/this-morning" rel="nofollow">to This Morning</a>',
    )
  })

  test('counts what is independent, and asks for a source where there is none', () => {
    const behind = (card: OpenFact) => plain(<Evidence card={card} standing={card.standing ?? 'reported'} />)
    expect(behind({ ...fact, independentCount: 2 })).toContain('|2 of these sources are separate: none')
    const none = { count: 0, read: [], unread: [] }
    const unsourced: OpenFact = {
      ...fact,
      standing: 'unsourced',
      evidence: { originals: none, reports: none },
    }
    expect(behind(unsourced)).toContain(
      '|Nobody has shown where this is from.|Know where it is from? Add it|',
    )
  })

  test('lets both sides of a dispute speak', () => {
    const voice = { label: 'ITV', path: '/sources/8', issued: null, quote: 'For Charlie alone.' }
    const disputed: OpenFact = {
      ...fact,
      standing: 'disputed',
      sides: [
        { stance: 'supports', count: 3, voices: [{ ...voice, label: 'Deadline', quote: null }], more: 2 },
        { stance: 'contradicts', count: 1, voices: [voice], more: 0 },
      ],
    }
    expect(text(disputed)).toContain('|3 say yes|Deadline|and 2 more|1 says no|ITV|For Charlie alone.|')
  })
})
