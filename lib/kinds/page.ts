import { nameOf } from '@/lib/content/diff-tokens'
import { entries, passages, plain, richLines } from '@/lib/content/field-types'
import { linesOf, plainText, textOfDocument } from '@/lib/content/plain-text'
import { messages } from '@/lib/messages/messages'
import { type PageContent, pageContentSchema } from '@/lib/pages/schema'
import { type Kind, upgradeNothing } from './kind'

/** A page: a title that is its address, a kind, rich text, and an infobox. */
export const pageKind: Kind<PageContent> = {
  name: 'page',
  schema: pageContentSchema,
  version: 1,
  upgrade: upgradeNothing,
  fields: {
    title: plain('structure'),
    kind: plain('structure', { words: (key, labels) => labels.kinds.get(key) ?? key }),
    language: plain('structure'),
    lead: passages(),
    infobox: richLines('evidence'),
    body: passages(),
    categories: entries('structure', 'category', 'category'),
    isLiving: plain('structure'),
    ordinal: plain('structure', {
      words: ({ number, work }, labels) => messages().diff.ordinal(number, nameOf(work, labels)),
      mapReferences: (ordinal, map) => ordinal && { ...ordinal, work: map(ordinal.work, 'mentions', 'page') },
      formSteps: 2,
    }),
  },
  fieldNames: () => messages().diff.fields.page,
  ownName: ({ title }) => title,
  language: ({ language }) => language,
  searchText: ({ lead, infobox, body }) =>
    linesOf([textOfDocument(lead), ...Object.values(infobox).map(plainText), textOfDocument(body)]),
  readText: ({ lead, infobox, body }) =>
    linesOf([
      textOfDocument(lead, 'with'),
      ...Object.values(infobox).map(plainText),
      textOfDocument(body, 'with'),
    ]),
  isGated: () => false,
  isPrivate: () => false,
}
