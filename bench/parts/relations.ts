import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { tags } from '@/lib/cache/tags'
import { added, edited, pageContent, publishNew, publishNow } from '@/lib/changesets/testing'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { paths } from '@/lib/routes'
import { titleKey } from '@/lib/titles/title'
import { read } from '../answer'
import { type Writer, writeInTurns } from '../load/writers'
import type { Part, Run } from '../part'
import { progress } from '../progress'
import { atMost, figure, type Row } from '../row'
import { median } from '../statistics'
import { makeCold } from '../wiki/cold'
import { type Draft, saveByOperation, writePage } from '../wiki/edit'
import { newPerson, type Person } from '../wiki/people'
import { type BenchWiki, withWiki } from '../wiki/run'

const [FEW, MANY] = [10, 1_000]
/** The most entries of one changeset. */
const AT_ONCE = 20
/** By then the gateway has received the event. */
const HEARD = 50

/** A page that many others name in a field, and saving what a field says. */
export const relationsPart: Part = {
  name: 'relations',
  minutes: 1,
  measure: (run) => withWiki((wiki) => measured(wiki, run)),
}

async function measured(wiki: BenchWiki, run: Run): Promise<Row[]> {
  const person = await newPerson()
  const [few, many] = [await writeNamed(person, FEW), await writeNamed(person, MANY)]
  return [await readRow(wiki, { few, many }, run), ...(await saveRows(person, [few, many], run))]
}

interface Named {
  id: number
  title: string
}

/** Writes a page of 20 paragraphs, and so many characters that name it as who plays them. */
async function writeNamed(person: Person, members: number): Promise<Named> {
  progress(`${members} pages that name one in a field`)
  const title = `Named ${members} times ${randomUUID().slice(0, 8)}`
  const { entryId: id } = await writePage(person, title)
  for (let at = 0; at < members; at += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, members - at) }, (_, place) =>
      added('page', playedBy(pageContent(`Member ${at + place} of ${title}`), id)),
    )
    await publishNow(person.actor, ...some)
  }
  return { id, title }
}

const playedBy = (content: PageContent, page: number): PageContent => ({
  ...content,
  kind: 'character',
  infobox: {
    played_by: [{ type: 'text', text: 'them', marks: [{ type: 'wikiLink', attrs: { page, title: null } }] }],
  },
})

/** The page with many members, read for the first time, against the one with few. */
async function readRow(
  wiki: BenchWiki,
  pages: Record<'few' | 'many', Named>,
  { isQuick }: Run,
): Promise<Row> {
  const rounds = isQuick ? 20 : 200
  const took = { few: [] as number[], many: [] as number[] }
  progress(`${rounds} first reads of each`)
  for (let round = -rounds / 5; round < rounds; round += 1) {
    for (const name of ['few', 'many'] as const) {
      const { title } = pages[name]
      const path = paths.page(title)
      await makeCold({ path, tag: tags.title(titleKey(title)) })
      await sleep(HEARD)
      const answer = await read(`${wiki.address}${path}`)
      if (round >= 0) took[name].push(answer.took)
    }
  }
  return figure({
    ...{ name: `first read of a page that ${MANY} others name, p50`, unit: 'ms', value: median(took.many) },
    baseline: { name: `that ${FEW} others name`, value: median(took.few) },
    ...{ goal: atMost(1.5, 'ratio'), note: 'shows the first 20 and their number' },
  })
}

/** Saving another value of a field, by turns one page and another, against another word of a paragraph. */
async function saveRows(person: Person, [one, other]: [Named, Named], { isQuick }: Run): Promise<Row[]> {
  const how = isQuick ? { rounds: 2, times: 15 } : { rounds: 5, times: 40 }
  const { actor } = person
  let word = await writeCharacter(person, one)
  let field = await writeCharacter(person, one)
  const saveWord: Writer = async () => {
    word = (await saveByOperation(person, word, randomUUID())).draft
  }
  const saveField: Writer = async () => {
    const to = field.number % 2 === 1 ? other : one
    const content = playedBy(field.content, to.id)
    await publishNow(actor, edited('page', field.entryId, field.number, content))
    field = { ...field, content, number: field.number + 1 }
  }
  progress('Saves of a field and of a word, in turns')
  const took = await writeInTurns({ field: [saveField], word: [saveWord] }, how)
  return [
    figure({
      ...{ name: 'save of another page in a field, p50', unit: 'ms', value: took.field.p50 },
      baseline: { name: 'of a word in a paragraph', value: took.word.p50 },
      ...{ goal: atMost(1.5, 'ratio'), note: 'one writer, through the operation' },
    }),
  ]
}

async function writeCharacter({ actor }: Person, { id }: Named): Promise<Draft> {
  const title = `Character ${randomUUID().slice(0, 8)}`
  const paragraphs = Array.from({ length: 20 }, (_, at) => [
    `p${at}`,
    `Paragraph ${at}. ${'Words. '.repeat(60)}`,
  ])
  const content = playedBy(pageContent(title, Object.fromEntries(paragraphs)), id)
  return { entryId: await publishNew(actor, 'page', content), number: 1, content }
}
