import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { says } from '@/lib/changesets/testing'
import type { OpenFact } from '@/lib/facts/card'
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
  speaker: null,
  saidTo: null,
  saidOn: null,
  quote: null,
  via: null,
  outlets: ['PinkNews', 'Radio Times', 'Metro', 'GQ'].map((label, at) => ({ label, path: `/sources/${at}` })),
  sides: [],
  citations: [],
}

const text = (card: OpenFact) =>
  renderToStaticMarkup(<FactCard card={card} shown={{ names }} />)
    .replace(/<[^>]+>/g, '|')
    .replace(/\|+/g, '|')

describe('a fact card', () => {
  test('tells its standing in a word, who carries it, on how many sources, its number, and where to report it', () => {
    expect(text(fact)).toBe(
      '|Playing Charlie was a first job.|Second-hand|PinkNews|, |Radio Times| and 2 more|3 sources|Fact 4|Report|',
    )
  })

  test('names who said it, to whom and when, rather than who carried it', () => {
    const speaker = { label: 'Joe Locke', path: '/wiki/Joe_Locke', isGone: false }
    const card = { ...fact, speaker, saidTo: 'This Morning', saidOn: '2022-04', sourceCount: 1 }
    expect(text(card)).toContain('|Joe Locke|, to This Morning, April 2022|1 source|')
  })

  test('counts what is independent, once there is more than one', () => {
    expect(text({ ...fact, independentCount: 2 })).toContain('|2 independent sources|')
  })

  test('lets both sides of a dispute speak', () => {
    const voice = { label: 'ITV', path: '/sources/8', issued: null, quote: 'For Charlie alone.' }
    const disputed: OpenFact = {
      ...fact,
      standing: 'disputed',
      sides: [
        { stance: 'supports', voices: [{ ...voice, label: 'Deadline', quote: null }], more: 2 },
        { stance: 'contradicts', voices: [voice], more: 0 },
      ],
    }
    expect(text(disputed)).toContain('|Says yes|Deadline|and 2 more|Says no|ITV|For Charlie alone.|')
  })
})
