import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type ResponseRecord, recordResponse } from './dependencies'
import { stash, stashed } from './stash'

const blank = (): ResponseRecord => ({ tags: new Set(), expiresAt: null, failed: false })

test('two renders at once find each its own parts, also after waiting', async () => {
  const render = (words: string) =>
    recordResponse(blank(), async () => {
      const places = [stash(`${words} foot`), stash(`${words} text`)]
      await wait(5)
      return places.map((place) => stashed(place ?? -1))
    })
  expect(await Promise.all([render('one'), render('other')])).toEqual([
    ['one foot', 'one text'],
    ['other foot', 'other text'],
  ])
})

test('a page for one visitor lays nothing aside', () => {
  expect(stash('text')).toBeNull()
})

test('a part that is not there fails the render, instead of leaving a hole in it', () => {
  recordResponse(blank(), () => expect(() => stashed(0)).toThrow('nothing was stashed'))
  expect(() => stashed(0)).toThrow('nothing was stashed')
})
