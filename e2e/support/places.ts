import type { Page } from '@playwright/test'
import { emptyFact } from '@/lib/kinds/schemas/empty-fact'
import { emptyPage } from '@/lib/kinds/schemas/empty-page'
import { inAddress } from './edit-form'
import { actionNamed } from './operations/build'
import { callAction } from './operations/call-action'
import { writing } from './operations/stage'
import { freshWord } from './story'

/** A work with three seasons of which nobody knows when they came out, and a page that tells of two of them. */
export interface SeasonsWorld {
  work: string
  /** The page, and its path. */
  title: string
  path: string
  /** Words that only what is behind the gate of a season says: of a passage, and of a fact. */
  passage: [one: string, two: string]
  fact: [one: string, two: string]
  /** A word of a value in the infobox, behind the gate of season three. */
  value: string
}

const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  attrs: { id: null },
  content: [{ type: 'text' as const, text }],
})

const gateAt = (page: number) => ({ kind: 'place' as const, page })

/** Publishes such a world past the forms, as somebody who may. */
export async function publishSeasons(page: Page): Promise<SeasonsWorld> {
  const word = freshWord()
  const publish = async (name: string, path: string, content: object): Promise<number> => {
    const { id } = actionNamed(name)
    const answer = await callAction(page.request, { id, path }, writing(content))
    const to = /"path":"([^"]+)"/.exec(answer.text)?.[1]
    if (answer.word !== 'live' || !to) throw new Error(`it was not published: ${answer.text}`)
    const html = await (await page.request.get(to)).text()
    return Number(/data-entry="(\d+)"/.exec(html)?.[1])
  }
  const publishPage = (content: object) => publish('lib/pages/actions.ts savePage', '/new/page', content)
  const publishFact = (statement: string, about: number, place: number) =>
    publish('lib/facts/actions.ts saveFact', '/facts/1/edit', {
      ...emptyFact,
      statement: [{ type: 'text' as const, text: statement }],
      about: [about],
      gate: gateAt(place),
    })

  const work = `Work ${word}`
  const workId = await publishPage(emptyPage(work, 'theme', 'en'))
  const seasons: number[] = []
  for (const number of [1, 2, 3])
    seasons.push(
      await publishPage({
        ...emptyPage(`Season ${number} of ${work}`, 'season', 'en'),
        ordinal: { work: workId, number },
      }),
    )
  const [one = 0, two = 0, three = 0] = seasons
  const title = `Tale ${word}`
  const passage: SeasonsWorld['passage'] = [`early${word}`, `late${word}`]
  const fact: SeasonsWorld['fact'] = [`first${word}`, `second${word}`]
  const value = `last${word}`
  const id = await publishPage({
    ...emptyPage(title, 'theme', 'en'),
    lead: { type: 'doc', content: [paragraph('It is told slowly.')] },
    infobox: { visual_effects: [{ type: 'text' as const, text: value }] },
    gates: { visual_effects: gateAt(three) },
    body: {
      type: 'doc',
      content: [
        ...Array.from({ length: 12 }, (_, at) => paragraph(`Nothing of it gives anything away (${at}).`)),
        { type: 'spoiler', attrs: { id: 'one', gate: gateAt(one) }, content: [paragraph(passage[0])] },
        { type: 'spoiler', attrs: { id: 'two', gate: gateAt(two) }, content: [paragraph(passage[1])] },
      ],
    },
  })
  await publishFact(`They are ${fact[0]}.`, id, one)
  await publishFact(`They are ${fact[1]}.`, id, two)
  return { work, title, path: `/wiki/${inAddress(title)}`, passage, fact, value }
}
