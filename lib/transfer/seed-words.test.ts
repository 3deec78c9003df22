import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { seedFileSchema } from './seed-file'

const seed = seedFileSchema.parse(JSON.parse(readFileSync('db/seed/heartstopper.json', 'utf8')))
const titles = new Set(seed.pages.map((page) => page.title))

const FEWEST_WORDS = 40
const FEWEST_OF_CATEGORY = 5
const MOST_WORDS = 80
/** What whoever collects sources notes down, and no reader needs. */
const WORKING_NOTES =
  /founding article|not viewed|for this report|could (?:not )?be read|not found|probable page|presumed|assumed|a mirror|inferred|reworded copy|our description/i

const linksOf = (text: string) => [...text.matchAll(/\[\[([^[\]|]+)/g)].map(([, title = '']) => title)
const plain = (text: string) =>
  text.replace(/\[\^[^\]]+\]/g, '').replace(/\[\[(?:[^[\]|]*\|)?([^[\]]*)\]\]/g, '$1')
const wordsIn = (text: string) => plain(text).split(/\s+/).length

describe('the words of the seed', () => {
  test('each lead has 40 to 80 words, links what it names and rests on sources; a category’s is short', () => {
    const odd = seed.pages.flatMap(({ title, summary, kind }) => {
      const count = wordsIn(summary)
      // A category says in a line what its members have in common; they rest on the sources.
      const isCategory = kind === 'category'
      const isLong = count < (isCategory ? FEWEST_OF_CATEGORY : FEWEST_WORDS) || count > MOST_WORDS
      const unnamed = [...titles].filter(
        (other) => !title.includes(other) && other.includes(' ') && plain(summary).includes(other),
      )
      const unlinked = unnamed.filter((other) => !linksOf(summary).includes(other))
      const isBare = kind !== 'shared_title' && !isCategory && !summary.includes('[^')
      return isLong || isBare || unlinked.length > 0 || linksOf(summary).length === 0
        ? [{ title, count, isBare, unlinked }]
        : []
    })
    expect(odd).toEqual([])
  })

  test('what leads, closed passages and lists link to is there', () => {
    const texts = seed.pages.flatMap(({ summary, closed = [], list = [] }) => [
      summary,
      ...closed.map((passage) => passage.text),
      ...list,
    ])
    expect(texts.flatMap(linksOf).filter((title) => !titles.has(title))).toEqual([])
  })

  test('a value of an infobox that names a page is a link to it', () => {
    const values = seed.pages.flatMap(({ title, infobox = {} }) =>
      Object.entries(infobox).flatMap(([field, value]) =>
        [...titles].some((other) => other !== title && value.replace(/\[\[.*?\]\]/g, '').includes(other))
          ? [{ title, field, value }]
          : [],
      ),
    )
    expect(values).toEqual([])
  })

  test('readers see no working notes: those are in the notes for editors', () => {
    const shown = [
      ...seed.pages.flatMap(({ title, summary, closed = [], list = [], infobox = {} }) => [
        ...[title, summary, ...closed.map(({ text }) => text)],
        ...[...list, ...Object.values(infobox)],
      ]),
      ...seed.facts.flatMap(({ statement, saidTo = '', citations }) => [
        ...[statement, saidTo],
        ...citations.flatMap(({ note = '', locator = '' }) => [note, locator]),
      ]),
      ...seed.sources.flatMap(({ title = '', description = '', publisher = '', via = '' }) => [
        ...[title, description],
        ...[publisher, via],
      ]),
    ]
    expect(shown.filter((text) => WORKING_NOTES.test(text))).toEqual([])
  })

  test('every season has its episodes, each with its place and its day', () => {
    const seasons = seed.pages.filter(({ kind }) => kind === 'season')
    for (const { key } of seasons) {
      const episodes = seed.pages.filter(({ ordinal }) => ordinal?.work === key)
      expect(episodes.map(({ ordinal }) => ordinal?.number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
      expect(episodes.filter(({ infobox }) => !infobox?.released)).toEqual([])
    }
  })

  test('the title of several works leads to each of them', () => {
    const shared = seed.pages.find(({ title }) => title === 'Heartstopper')
    expect(shared?.kind).toBe('shared_title')
    expect(shared?.list?.flatMap(linksOf)).toEqual(
      expect.arrayContaining([
        'Heartstopper (TV series)',
        'Heartstopper (graphic novel)',
        'Heartstopper Forever',
      ]),
    )
  })
})
