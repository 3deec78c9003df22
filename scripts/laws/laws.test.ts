import { expect, test } from 'vitest'
import { answeredByGateway, personal, type Route, shared } from '@/lib/routes/row'
import { barrels, documented, lengths, names } from './files'
import { boundedSchemas, loadersTakeRead, readAddresses } from './input'
import { contentKnowsNoNoun, kinds, placesThatKnowKinds } from './kinds'
import { oneLanguage, textsWhenUsed, wordsInMessages } from './messages'
import { roles } from './roles'
import { addressesAreBuilt, pagesReadTheirRow, reactWhereItIsNeeded, rowsAndFiles } from './routes'
import { type Law, parseSource } from './source-file'

/** The sentences of a law about one file with this text. */
const judge = (law: Law, path: string, text: string) => law([parseSource(path, text)])

test('what app/ answers and the table of routes are the same', () => {
  const page = shared('/facts/[number]')
  const ours = (rows: Route[], ...paths: string[]) =>
    rowsAndFiles(
      paths.map((path) => parseSource(path, '')),
      rows,
    )
  expect(ours([page], 'app/facts/[number]/page.tsx', 'app/facts/[number]/Part.tsx')).toEqual([])
  expect(ours([page])).toEqual(['lib/routes.ts: /facts/[number] has no file in app/'])
  expect(ours([page, page], 'app/facts/[number]/page.tsx')).toEqual([
    'lib/routes.ts: /facts/[number] has two rows',
  ])
  expect(ours([], 'app/page.tsx', 'app/robots.txt/route.ts', 'app/api/me/route.ts')).toEqual([
    'app/page.tsx: / has no row in lib/routes.ts',
    'app/robots.txt/route.ts: /robots.txt has no row in lib/routes.ts',
    'app/api/me/route.ts: /api/me has no row in lib/routes.ts',
  ])
  expect(ours([answeredByGateway('/metrics')])).toEqual([])
  expect(ours([answeredByGateway('/metrics')], 'app/metrics/route.ts')).toEqual([
    'lib/routes.ts: /metrics has a file in app/',
  ])
})

test('React runs exactly where a page has a client component, and on no shared page', () => {
  const files = (text: string) => [
    parseSource('app/report/page.tsx', text),
    parseSource('components/ui/Field.tsx', `import { send } from '@/components/ui/Notice'`),
    parseSource('components/ui/Notice.tsx', `'use client'`),
    parseSource('components/ui/Empty.tsx', `import type { A } from '@/components/ui/Notice'`),
    parseSource('components/ui/Tabs.tsx', `'use server'\nimport { Field } from '@/components/ui/Field'`),
  ]
  const ours = (row: Route, name: string) =>
    reactWhereItIsNeeded(files(`import { A } from '@/components/ui/${name}'`), [row])
  expect(ours(personal('/report'), 'Field')).toEqual([])
  expect(ours(shared('/report'), 'Empty')).toEqual([])
  expect(ours(shared('/report'), 'Tabs')).toEqual([])
  expect(ours(shared('/report'), 'Field')).toEqual([
    'app/report/page.tsx reaches the client component components/ui/Notice.tsx, but its row runs no React',
  ])
  expect(ours(personal('/report'), 'Empty')).toEqual([
    'lib/routes.ts: React runs at /report, which has no client component',
  ])
  expect(ours({ ...personal('/report'), reading: 'shared' }, 'Field')).toEqual([
    'lib/routes.ts: React runs at /report, which is not private',
  ])
})

test('nobody spells an address but the table', () => {
  const spelled = (text: string, path = 'components/facts/Card.tsx') => judge(addressesAreBuilt, path, text)
  for (const text of [
    `const path = '/facts'`,
    `const path = \`/facts/\${number}\``,
    `const path = \`/facts/\${number}/history?before=\${before}\``,
    `const link = \`\${origin}/confirm-email?token=\${secret}\``,
    `const path = \`/\${kind}s/\${number}\``,
    `const path = '/wiki/' + title`,
    `const link = <a href="/recent#text">recent</a>`,
    `const link = <a href="/">home</a>`,
    `const action = { label, path: '/' }`,
  ])
    expect(spelled(text), text).toHaveLength(1)
  for (const text of [
    `const parts = path.split('/')`,
    `const cookie = { path: '/' }`,
    `const file = \`/proc/\${id}/cmdline\``,
    `const path = \`/\${segments}\``,
    `const path = paths.facts()`,
    `const nothing = '/facts-of-life'`,
  ])
    expect(spelled(text, 'lib/facts/card.ts'), text).toEqual([])
  const text = `const path = '/facts'`
  for (const path of [
    'lib/routes.ts',
    'lib/facts/card.test.ts',
    'e2e/add.spec.ts',
    'lib/changesets/testing.ts',
  ])
    expect(spelled(text, path)).toEqual([])
})

test('a page reads of its address what its own row names', () => {
  const read = (path: string, row: string) =>
    judge(pagesReadTheirRow, path, `const { before } = await readQuery(searchParams, ${row})`)
  expect(read('app/facts/[number]/history/page.tsx', 'routes.factHistory')).toEqual([])
  expect(read('app/facts/[number]/history/page.tsx', 'routes.sourceHistory')).toHaveLength(1)
  expect(read('app/facts/[number]/history/page.tsx', '{ query: names }')).toHaveLength(1)
  expect(read('app/Part.tsx', 'routes.factHistory')).toHaveLength(1)
})

test('no barrels, no names that say nothing, no endless files', () => {
  expect(judge(barrels, 'lib/pages/all.ts', `export * from './page'\nexport { b } from './b'`)).toHaveLength(
    1,
  )
  expect(judge(barrels, 'lib/pages/index.ts', 'export const a = 1')).toHaveLength(1)
  expect(judge(barrels, 'lib/pages/page.ts', `export { b } from './b'\nexport const a = 1`)).toEqual([])
  expect(judge(names, 'lib/utils.ts', '')).toHaveLength(1)
  expect(judge(names, 'lib/distils.ts', '')).toEqual([])
  expect(judge(lengths, 'lib/long.ts', '\n'.repeat(301))).toHaveLength(1)
  expect(judge(lengths, 'lib/long.ts', '\n'.repeat(300))).toEqual([])
})

test('an exported function of lib/ says what it takes and gives', () => {
  expect(judge(documented, 'lib/a.ts', 'export function a() {}')).toEqual(['lib/a.ts: a has no doc comment'])
  expect(judge(documented, 'db/a.ts', 'export const a = () => 1')).toHaveLength(1)
  expect(
    judge(documented, 'lib/a.ts', '/** Gives one. */\nexport const a = () => 1\nfunction b() {}'),
  ).toEqual([])
})

test.each([
  `if (actor.role === 'owner') {}`,
  `if ('fan' !== role) {}`,
  'switch (account.role) {}',
  `['moderator', 'owner'].includes(actor.role)`,
  `db.select().where(eq(account.role, 'owner'))`,
])('only lib/policy/ compares a role: %s', (text) => {
  expect(judge(roles, 'lib/accounts/badge.ts', text)).toEqual([
    'lib/accounts/badge.ts:1 compares a role: ask lib/policy/',
  ])
  expect(judge(roles, 'lib/policy/rules.ts', text)).toEqual([])
})

test('passing a role on is no comparison', () => {
  expect(
    judge(roles, 'lib/accounts/create.ts', `insert({ role: input.role }); if (kind === 'fan') {}`),
  ).toEqual([])
})

const ZOD = `import { z } from 'zod'\n`

test.each([
  'z.string()',
  'z\n.string().max(3)',
  'z.array(a)',
  'z.record(a, b)',
  'z.unknown()',
  'z.coerce.number()',
  'z.email()',
])('a schema is made of what is bounded where it is made, not of %j', (made) => {
  const text = `${ZOD}export const aSchema = z.object({ a: ${made} })`
  expect(judge(boundedSchemas, 'lib/kinds/schemas/page.ts', text)).toHaveLength(1)
  expect(judge(boundedSchemas, 'lib/input/lists.ts', text)).toEqual([])
  expect(judge(boundedSchemas, 'lib/pages/schema.test.ts', text)).toEqual([])
})

test.each([
  `const { q } = await searchParams`,
  `load(await params)`,
  `load((await props.params).title)`,
  `const { searchParams: asked } = props`,
  `const asked = props.searchParams`,
  `const asked = new URLSearchParams(text)`,
  `load(request.nextUrl)`,
])('what an address says reaches nobody unread: %s', (text) => {
  expect(judge(readAddresses, 'app/search/page.tsx', text)).toHaveLength(1)
})

test('what an address says is read by its readers', () => {
  const page = `interface Props { params: Promise<{ id: string }> }
const load = async ({ params, searchParams }: Props) =>
  loadIt((await readSegments(params)).id, await readQuery(searchParams, 'q'))
load(await readSegments(props.params))`
  expect(judge(readAddresses, 'app/search/page.tsx', page)).toEqual([])
  const route = (text: string) => judge(readAddresses, 'app/compare/route.ts', text)
  expect(route(`const { a } = readRequestQuery(request.url, 'a')`)).toEqual([])
  expect(route('const { a } = new URL(request.url)')).toHaveLength(1)
})

test.each([
  'text: string',
  'text: unknown',
  'query: Record<string, unknown>',
  'text: string | null',
  'text?: string',
])('no loader takes a bare text: %s', (taken) => {
  expect(
    judge(loadersTakeRead, 'lib/pages/loaders.ts', `export async function loadPage(${taken}) {}`),
  ).toHaveLength(1)
  const cached = `export const loadPage = cache(async (${taken}) => null)`
  expect(judge(loadersTakeRead, 'lib/pages/loaders.ts', cached)).toHaveLength(1)
  const read = 'export async function loadPage(id: number, text: AddressText, of: Parameter) {}'
  expect(judge(loadersTakeRead, 'lib/pages/loaders.ts', read)).toEqual([])
})

test.each([
  `if (one.kind === 'page') {}`,
  `if ('fact' !== entryKind) {}`,
  `switch (kind) { case 'source': }`,
  `const isPage = (one: object) => true`,
  `const words = { page: 'Page', fact: 'Fact' }`,
  `interface Words { fact: string; source: string }`,
  `const all = ['page', 'fact']`,
  `type Numbered = 'fact' | 'source'`,
  `type Shown = { kind: 'page'; page: object } | { kind: 'fact'; fact: object }`,
  `type Page = Extract<Prepared, { kind: 'page' }>`,
  `db.select().where(eq(entry.kind, 'fact'))`,
  `ofKind('source', prepared)`,
  `db.select().where(inArray(entry.kind, ['page']))`,
])('outside lib/kinds/ this place knows kinds by name: %s', (text) => {
  const places = (path: string) => placesThatKnowKinds([parseSource(path, text)])
  expect(places('lib/entries/paths.ts')).toHaveLength(1)
  expect(places('components/entries/Path.tsx')).toHaveLength(1)
  expect(places('lib/kinds/page.ts')).toEqual([])
  expect(places('lib/entries/paths.test.ts')).toEqual([])
})

test.each([
  `kindOf(one.kind).ownName(one.content)`,
  `await findHeadByNumber(db, within, 'fact', number)`,
  `if (node.type === 'page') {}`,
  `if (source.derivedFrom.kind === 'source') {}`,
  `if (step.kind === 'fact') {}`,
  `<a aria-current={isCurrent ? 'page' : undefined} />`,
  `const page = { page: 1, title: 'Nick' }`,
])('this place compares no kind: %s', (text) => {
  expect(placesThatKnowKinds([parseSource('lib/entries/paths.tsx', text)])).toEqual([])
})

test('a few places may know kinds by name, and not more', () => {
  const comparing = (times: number) => `if (kind === 'page') {}\n`.repeat(times)
  expect(judge(kinds, 'lib/entries/paths.ts', comparing(3))).toEqual([])
  expect(judge(kinds, 'lib/entries/paths.ts', comparing(300)).at(-1)).toMatch(/^300 places/)
})

test('content is merged, compared and read without knowing what it is of', () => {
  const text = `import { emptyPage } from '@/lib/kinds/schemas/empty-page'`
  expect(judge(contentKnowsNoNoun, 'lib/content/merge.ts', text)).toHaveLength(1)
  expect(judge(contentKnowsNoNoun, 'lib/content/merge.test.ts', text)).toEqual([])
  expect(judge(contentKnowsNoNoun, 'lib/kinds/page.ts', text)).toEqual([])
})

test('the words of one language are known in lib/messages/ alone', () => {
  const text = `import { review } from '@/lib/messages/en/review'`
  expect(judge(oneLanguage, 'components/review/Queue.tsx', text)).toHaveLength(1)
  expect(judge(oneLanguage, 'lib/messages/on-the-server.ts', text)).toEqual([])
  expect(judge(oneLanguage, 'lib/mail/send.ts', `import { catalogue } from '#catalogue'`)).toHaveLength(1)
  expect(
    judge(oneLanguage, 'lib/mail/send.ts', `import { messages } from '@/lib/messages/messages'`),
  ).toEqual([])
})

test.each(['const texts = messages().review', 'export const page = { title: sentenceOf(why) }'])(
  'no module holds a text: %s',
  (text) => {
    expect(judge(textsWhenUsed, 'app/review/page.tsx', text)).toHaveLength(1)
    expect(
      judge(textsWhenUsed, 'app/review/page.tsx', `const late = () => { ${text.replace('export ', '')} }`),
    ).toEqual([])
  },
)

test.each([
  '<p>Sign in</p>',
  '<input placeholder="Search" />',
  `<a title={'Go there'} />`,
  `<p>{'Gone'}</p>`,
])('what people read stands in lib/messages/: %s', (text) => {
  expect(judge(wordsInMessages, 'components/ui/Field.tsx', `const one = ${text}`)).toHaveLength(1)
})

test('what nobody reads, and what messages say, stands in components', () => {
  const text = `const one = <p className="lead" id={'lead'} title={texts.title}>{texts.lead} · {'\u00a0'}<input placeholder="https://" /></p>`
  expect(judge(wordsInMessages, 'components/ui/Field.tsx', text)).toEqual([])
})
