import type { Block, InlineNode, RichLine } from '@/lib/content/document'
import { citationOf } from '@/lib/content/fresh-citation'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { fieldsOf, kindOf, titleOf } from './kinds'
import { type Random, randomOf } from './random'
import type { Shape } from './shape'
import { SPECIAL } from './special'
import { capital, properWord, sentence, sentences, UNSPACED } from './words'

/** What a page says in its revision `number`: the second takes a mention out, each one words one of its paragraphs anew. */
export function pageText(shape: Shape, page: number, number: number): PageContent {
  const random = randomOf(shape.size.seed, 7, page)
  const kind = kindOf(page)
  const work = page > SPECIAL.pages && (kind === 'season' || kind === 'episode')
  return {
    title: titleOf(page),
    kind,
    language: 'en',
    lead: { type: 'doc', content: [{ ...paragraph('lead', leadOf(shape, page, random)) }] },
    infobox: Object.fromEntries(
      fieldsOf(kind).map(({ key, type }) => [key, valueIn(type, shape, page, random)]),
    ),
    body: { type: 'doc', content: bodyOf(shape, page, random, number) },
    categories: categoriesOf(shape, page, random),
    isLiving: kind === 'person' ? page % 8 !== 0 : null,
    ordinal: work ? { work: shape.pageId(SPECIAL.work), number: Math.floor(page / 20) % 10_000 } : null,
  }
}

/** One page in so many has a sentence in a script without spaces. */
const UNSPACED_EVERY = 200

const text = (words: string): InlineNode & { type: 'text' } => ({ type: 'text', text: words })

const paragraph = (id: string, content: InlineNode[]): Block & { type: 'paragraph' } => ({
  type: 'paragraph',
  attrs: { id },
  content,
})

/** A link to a page that was there before; plain words for the first page of all. */
function linked(shape: Shape, page: number, random: Random): InlineNode & { type: 'text' } {
  if (page === 0) return text('the story')
  const to = random.skewed(page, 2)
  return {
    ...text(titleOf(to)),
    marks: [{ type: 'wikiLink', attrs: { page: shape.pageId(to), title: null } }],
  }
}

function cited(shape: Shape, page: number, random: Random): InlineNode[] {
  const there = shape.sourcesBefore(page + 1)
  if (there === 0) return []
  const source = there - 1 - random.skewed(Math.min(there, 50), 2)
  return [{ type: 'citation', attrs: citationOf(shape.sourceId(source), { opened: 'yes' }) }]
}

const leadOf = (shape: Shape, page: number, random: Random): InlineNode[] => [
  text(`${titleOf(page)} is known from `),
  linked(shape, page, random),
  text(`. ${sentences(random, 2)}${page % UNSPACED_EVERY === 1 ? ` ${UNSPACED}` : ''}`),
  ...cited(shape, page, random),
]

/** Some values do not fit the types of their fields, as in any wiki. */
function valueIn(type: string, shape: Shape, page: number, random: Random): RichLine {
  if (random.chance(0.1)) return [text(sentence(random, 3))]
  if (type === 'number') return [text(String(1 + random.upTo(24)))]
  if (type === 'date')
    return [text(`${1 + random.upTo(28)} ${random.pick(MONTHS)} ${1990 + random.upTo(40)}`)]
  return type === 'page' || random.chance(0.5) ? [linked(shape, page, random)] : [text(sentence(random, 3))]
}

const MONTHS = ['January', 'March', 'May', 'June', 'August', 'October', 'December']

/** One page in so many names something that has no page. */
const WANTING_EVERY = 10

/** A link to a title that no page has; the early ones are wanted far more often. */
function wanted(random: Random): InlineNode & { type: 'text' } {
  const title = `Lost ${capital(properWord(random.skewed(5_000, 2)))}`
  return { ...text(title), marks: [{ type: 'wikiLink', attrs: { page: null, title } }] }
}

function bodyOf(shape: Shape, page: number, random: Random, number: number): Block[] {
  const sections = 1 + random.skewed(5, 2)
  const blocks: Block[] = []
  for (let section = 0; section < sections; section++) {
    const heading = capital(sentence(random, 3).slice(0, -1))
    blocks.push({ type: 'heading', attrs: { id: `h${section}`, level: 2 }, content: [text(heading)] })
    for (let at = 0; at <= random.upTo(2); at++) {
      const id = `p${section}-${at}`
      const words = [
        text(`${sentences(random, 2)} `),
        linked(shape, page, random),
        text(` ${sentences(random, 1)}`),
      ]
      blocks.push(paragraph(id, [...words, ...(at === 0 ? cited(shape, page, random) : [])]))
    }
  }
  if (random.chance(0.2)) blocks.push(listOf(random))
  if (shape.listsWidelyShownFact(page)) {
    const facts = [shape.factId(shape.widelyShownFact())]
    blocks.push({ type: 'factList', attrs: { id: 'facts', facts } })
  }
  const mention = linked(shape, page, random)
  if (page % WANTING_EVERY === 3) blocks.push(paragraph('wanted', [text('So did '), wanted(random)]))
  return [
    ...edited(blocks, number),
    ...(number === 1 ? [paragraph('draft', [text('See also '), mention])] : []),
  ]
}

const listOf = (random: Random): Block => ({
  type: 'bulletList',
  attrs: { id: 'list' },
  content: [1, 2, 3].map(() => ({
    type: 'listItem' as const,
    content: [{ type: 'paragraph' as const, attrs: { id: null }, content: [text(sentence(random, 6))] }],
  })),
})

/** The paragraphs take turns in being worded anew; a page does not grow with the length of its history. */
function edited(blocks: Block[], number: number): Block[] {
  const paragraphs = blocks.filter((block) => block.type === 'paragraph')
  return blocks.map((block) => {
    if (block.type !== 'paragraph') return block
    const turn = paragraphs.indexOf(block)
    const times = Math.floor((number - 1 + paragraphs.length - 1 - turn) / paragraphs.length)
    return times === 0
      ? block
      : { ...block, content: [...block.content, text(` Worded anew ${times} times.`)] }
  })
}

function categoriesOf(shape: Shape, page: number, random: Random): number[] {
  const own = page > SPECIAL.category && page % 2 === 0 ? [SPECIAL.category] : []
  const others = Array.from(
    { length: random.upTo(3) },
    () => 99 + 100 * random.skewed(Math.floor(page / 100), 2),
  )
  return [...new Set([...own, ...others.filter((one) => one < page)])].map(shape.pageId)
}
