import { expect, test } from 'vitest'
import { newsFamilies } from '@/db/news/schema'
import { newsKinds, told } from '@/lib/events/told'
import { messages } from '@/lib/messages/messages'
import { writeLetter } from './letter'

const about = {
  at: new Date('2026-05-01T16:05:00Z'),
  isUnread: true,
  more: 2,
  next: null,
  path: '/somewhere',
}

test.each(newsKinds)('a mail has words for the news “%s”', (kind) => {
  const line = {
    ...{ id: 7, kind, ...about, things: [{ label: 'A <page>', path: null }], says: 'It says so.' },
    words: { text: 'One line.\nAnd another.', by: 'Tao' },
  }
  const { subject, text, html } = writeLetter({
    ...{ wiki: 'A wiki', name: 'Elle', lines: [line], more: 0, timeZone: 'Asia/Tokyo', why: 'Why.' },
    ...{ origin: 'https://wiki.example', token: '1-own-x' },
  })
  const word = messages().news.words[kind]
  expect(word).toMatch(/\S/)
  expect(subject).toBe(`${word}: A <page> (A wiki)`)
  for (const words of [
    `${word} · A <page> and 2 more`,
    '2 May at 01:05',
    'It says so.',
    '> One line.\n> And another.',
  ])
    expect(text).toContain(words)
  for (const words of [`${word} · A &lt;page&gt; and 2 more`, 'One line.<br/>And another.', 'Tao'])
    expect(html).toContain(words)
})

test('every event that is told belongs to a part of the news that can be chosen', () => {
  const chosen = Object.keys(messages().newsMail.families)
  expect(chosen.sort()).toEqual([...newsFamilies].sort())
  for (const { family, kind } of Object.values(told).flat()) {
    expect(chosen).toContain(family)
    expect(newsKinds).toContain(kind)
  }
})
