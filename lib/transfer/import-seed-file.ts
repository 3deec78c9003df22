import type { Tx } from '@/db/postgres/client'
import { insertPageKinds } from '@/db/wiki/page-kinds'
import { writeSettings } from '@/db/wiki/wiki'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { parseContent } from '@/lib/content/parse'
import type { FileStore } from '@/lib/file-store/store'
import { contentOf, type EntryContent, kindOf } from '@/lib/kinds/registry'
import { changeClasses } from '@/lib/policy/subject'
import type { Publication, PublishedEntry } from '@/lib/publishing/publication'
import { publish } from '@/lib/publishing/publish'
import { factContent, fileContent, pageContent, type Resolve, sourceContent } from './seed-content'
import type { SeedFile } from './seed-file'
import { type SeedPictures, storePictures } from './seed-pictures'

/**
 * Imports a seed file in one transaction as the account `authorId`, like any other text: parsed and bounded, then
 * through `publish()`; the bytes of its pictures are stored first. Facts and sources are numbered in the order of the file. Throws when the file uses a key or a field
 * that it does not define, or content that an editor could not have saved,
 * and `StoreAwayError`.
 */
export async function importSeedFile(
  tx: Tx,
  file: SeedFile,
  { pictures, store }: { pictures: SeedPictures; store: Pick<FileStore, 'put'> },
  authorId: number,
): Promise<PublishedEntry[]> {
  requireDeclaredFields(file)
  await insertPageKinds(tx, kindsOf(file), fieldsOf(file))
  const contents = contentsOf(file, pictures)
  await storePictures(tx, pictures, store, authorId)
  const { entries } = await publish(
    tx,
    contents.map(({ content, key }, index) => publicationOf(content, key, index + 1)),
    {
      author: { accountId: authorId },
      summary: file.summary,
      isMinor: false,
      via: 'import',
      isReviewed: true,
      origin: file.origin,
    },
  )
  const featured = entries[contents.findIndex(({ key }) => key === file.featured)]
  await writeSettings(tx, { ...file.settings, featured_page: featured?.id ?? null })
  await announce(tx, [tags.settings])
  return entries
}

interface KeyedContent {
  key: string
  content: EntryContent
}

/** Everything in a file, as content that refers to the other entries by their position in this list. */
function contentsOf(file: SeedFile, pictures: SeedPictures): KeyedContent[] {
  const keys = [...file.sources, ...file.pages, ...file.facts, ...file.pictures].map(({ key }) => key)
  if (new Set(keys).size !== keys.length) throw new Error('a key of the seed file is used twice')
  const positions = new Map(keys.map((key, index) => [key, -(index + 1)]))
  const resolve: Resolve = (key) => {
    const position = positions.get(key)
    if (position === undefined) throw new Error(`the seed file has no ${key}`)
    return position
  }
  const titles = new Map(file.pages.map(({ key, title }) => [title, key]))
  const persons = new Set(file.kinds.filter((kind) => kind.isPerson).map((kind) => kind.key))
  const pageTitled = (title: string) => titles.get(title) ?? null
  const context = { resolve, language: file.settings.language, pageTitled }
  const contents = [
    ...file.sources.map((one) => contentOf('source', sourceContent(one, resolve))),
    ...file.pages.map((one) => {
      return contentOf('page', pageContent(one, { ...context, isPerson: persons.has(one.kind) }))
    }),
    ...file.facts.map((one) => contentOf('fact', factContent(one, resolve))),
    ...file.pictures.map((one) => contentOf('file', fileContent(one, objectOf(one, pictures)))),
  ]
  return contents.map((content, index) => ({ key: keys[index] ?? '', content }))
}

function objectOf({ key, file }: SeedFile['pictures'][number], pictures: SeedPictures): string {
  const picture = pictures.get(file)
  if (!picture) throw new Error(`${key}: there is no picture ${file}`)
  return picture.sha256
}

function publicationOf({ kind, content }: EntryContent, key: string, position: number): Publication {
  const parsed = parseContent(kindOf(kind), content)
  if (!parsed.ok) throw new Error(`${key}: ${JSON.stringify(parsed.fields ?? parsed.message)}`)
  return {
    ...contentOf(kind, parsed.content),
    position,
    entryId: null,
    before: null,
    parentNumber: 0,
    touches: changeClasses,
  }
}

const kindsOf = (file: SeedFile) =>
  file.kinds.map(
    ({ fields: _, isPerson = false, hasOrdinal = false, isCategory = false, ...kind }, position) => {
      return { ...kind, isPerson, hasOrdinal, isCategory, position }
    },
  )

/** The infobox fields of each kind, in the order of the file. */
const fieldsOf = (file: SeedFile) =>
  file.kinds.flatMap(({ key: kind, fields }) =>
    fields.map(({ required = false, reverse = null, offered = true, ...field }, position) => {
      return { kind, ...field, position, isRequired: required, reverseLabel: reverse, isOffered: offered }
    }),
  )

/** Throws where a page has a value in a field that its kind does not declare, or none in one that it requires. */
function requireDeclaredFields(file: SeedFile): void {
  for (const { key: page, kind, infobox = {}, picture } of file.pages) {
    const fields = file.kinds.find(({ key }) => key === kind)?.fields ?? []
    const used = [...Object.keys(infobox), ...(picture ? ['picture'] : [])]
    const unknown = used.find((key) => !fields.some((field) => field.key === key))
    if (unknown !== undefined) throw new Error(`${page}: pages of the kind ${kind} have no field ${unknown}`)
    const missing = fields.find(({ key, required }) => required && infobox[key] === undefined)
    if (missing) throw new Error(`${page} has no value in ${missing.key}, which ${kind} requires`)
  }
}
