import { z } from 'zod'
import { documentSchema } from '@/lib/content/document'
import { entries, names, passages, plain } from '@/lib/content/field-types'
import { linesOf, textOfDocument } from '@/lib/content/plain-text'
import { listOf } from '@/lib/input/lists'
import { entryRef, line } from '@/lib/text/plain'
import { type Kind, upgradeNothing } from './kind'

/** A kind of entries for tests only, declared like a real one. */
const recipeSchema = z.strictObject({
  dish: line(200).refine((text) => text !== ''),
  method: documentSchema,
  ingredients: listOf(line(100), 50),
  seenOn: listOf(entryRef, 10),
})

export type RecipeContent = z.infer<typeof recipeSchema>

const at = (number: number, further = '') => `/recipes/${number}${further}`

/** A recipe: what it makes, how, from what, and the pages that it is about. */
export const recipeKind: Kind<RecipeContent> = {
  name: 'recipe',
  texts: () => ({
    one: 'Recipe',
    many: 'Recipes',
    counted: (count) => `${count} recipes`,
    numbered: (number) => `Recipe ${number}`,
    deleted: (number) => `Recipe ${number} (deleted)`,
    closed: (number) => `Recipe ${number}`,
    listed: (number, label) => `Recipe ${number}: ${label}`,
    reported: (number, label) => `Recipe ${number}: ${label}`,
    fresh: (called) => `New recipe: ${called}`,
    edit: 'Edit to a recipe',
    new: 'A new recipe',
    reach: (count) => `cooked on ${count} pages`,
    unreached: 'cooked nowhere',
    versions: 'Versions of a recipe',
    info: 'Recipe information',
    links: 'What links here',
    backTo: 'Back to the recipe',
    deleteIntro: 'The recipe is gone.',
    deleteSubmit: 'Delete the recipe',
    onlyVersion: 'This is the only version.',
  }),
  schema: recipeSchema,
  version: 1,
  upgrade: upgradeNothing,
  fields: {
    dish: plain('wording'),
    method: passages(),
    ingredients: names('evidence'),
    seenOn: entries('structure', 'mentions', 'page'),
  },
  fieldNames: () => ({ dish: 'Dish', method: 'Method', ingredients: 'Ingredients', seenOn: 'Seen on' }),
  address: {
    read: ({ number }) => at(number),
    history: ({ number }) => at(number, '/history'),
    edit: ({ number }) => at(number, '/edit'),
    links: ({ number }) => at(number, '/links'),
    info: ({ number }) => at(number, '/info'),
    talk: ({ number }) => at(number, '/talk'),
  },
  listTags: [],
  isTitled: false,
  isShownOnPages: true,
  cites: false,
  joined: null,
  closedBy: null,
  hasStanding: false,
  bearsOnStandings: false,
  ownName: ({ dish }) => dish ?? '',
  namedBy: ['dish'],
  headedBy: ({ dish }) => dish,
  searchText: ({ dish, method, ingredients }) => linesOf([dish, textOfDocument(method), ...ingredients]),
  readText: ({ dish, method, ingredients }) =>
    linesOf([dish, textOfDocument(method, 'with'), ...ingredients]),
  about: () => [],
  fieldNaming: () => 'seenOn',
  pageKind: () => null,
  saysLiving: () => false,
  gateOf: () => ({ kind: 'none' }),
  isPrivate: () => false,
  lacksOwnWords: () => false,
  foundAt: () => null,
}
