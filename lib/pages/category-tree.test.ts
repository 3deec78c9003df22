import { beforeAll, describe, expect, test } from 'vitest'
import { changeRows } from '@/db/postgres/testing'
import { categoryContent, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { type Branch, growTree, loadCategoryTree } from './category-tree'
import { loadAtTitle } from './loaders'

const { moderator } = await openTestWiki('moderator')

const row = (id: number) => ({ id, label: `C${id}`, sortKey: `c${id}`, count: 0 })
const inWords = (branches: Branch[]): string =>
  branches.map(({ label, within }) => label + (within.length > 0 ? `(${inWords(within)})` : '')).join(' ')
const tree = (count: number, ...links: [id: number, within: number][]) =>
  inWords(
    growTree(
      Array.from({ length: count }, (_, at) => row(at + 1)),
      links.map(([id, within]) => ({ id, within })),
    ),
  )

describe('a tree of categories', () => {
  test('has in each category those that stand in it, and one in two in both', () => {
    expect(tree(4, [2, 1], [3, 1], [4, 2], [4, 3])).toBe('C1(C2(C4) C3(C4))')
  })

  test('ends where a circle closes, and a circle that stands in nothing begins with its first', () => {
    expect(tree(3, [1, 1])).toBe('C1 C2 C3')
    expect(tree(4, [2, 3], [3, 4], [4, 2])).toBe('C1 C2(C4(C3))')
    expect(tree(3, [2, 1], [3, 2], [2, 3])).toBe('C1(C2(C3))')
  })

  test('stops at some depth, and names no category of it a second time', () => {
    const chain = Array.from({ length: 8 }, (_, at): [number, number] => [at + 2, at + 1])
    expect(tree(9, ...chain)).toBe('C1(C2(C3(C4(C5(C6)))))')
  })

  test('stays small where everything stands in everything', () => {
    const all = Array.from({ length: 30 }, (_, at) => at + 1)
    const links = all.flatMap((id) => all.map((within): [number, number] => [id, within]))
    expect(tree(31, ...links).split(' ').length).toBeLessThan(3_000)
  })
})

describe('categories with members', () => {
  beforeAll(async () => {
    const make = (content: ReturnType<typeof pageContent>) => publishNew(moderator, 'page', content)
    const making = await make(categoryContent('Making it'))
    const filming = await make({ ...categoryContent('Filming'), categories: [making] })
    const hidden = await make(pageContent('Hidden', {}, { categories: [filming] }))
    for (const title of ['Zebra crossing', 'Attic'])
      await make(pageContent(title, {}, { categories: [filming] }))
    await make(pageContent('Euros Lyn', {}, { kind: 'person', categories: [filming] }))
    await changeRows(`update entry set deleted_at = now() where id = ${hidden}`)
  })

  const category = async (title: string) => {
    const at = await loadAtTitle(title)
    return at.state === 'found' ? at.page.category : null
  }

  test('are a tree that counts what is shown of their members', async () => {
    const { branches, isTree } = await loadCategoryTree(undefined)
    expect([isTree, inWords(branches)]).toEqual([true, 'Making it(Filming)'])
    expect(branches[0]?.within[0]).toMatchObject({ count: 3, path: '/wiki/Filming' })
  })

  test('hold other categories apart from their members, and these kind by kind, by title', async () => {
    expect(await category('Making_it')).toMatchObject({
      within: [{ label: 'Filming', count: 3 }],
      groups: [],
    })
    const filming = await category('Filming')
    expect(filming?.groups.map(({ label, members }) => [label, ...members.map((one) => one.label)])).toEqual([
      ['topics', 'Attic', 'Zebra crossing'],
      ['persons', 'Euros Lyn'],
    ])
    expect(await category('Attic')).toBeNull()
  })

  test('of very many are a list by title, which goes on after the last that was shown', async () => {
    await changeRows(`
      create temp table made on commit preserve rows as select nextval('page_number')::int as number, n from generate_series(1, 600) n;
      alter table entry disable trigger user;
      insert into entry (kind, number, label) select 'page', number, 'Many ' || lpad(n::text, 3, '0') from made;
      insert into page_facet (entry_id, kind, sort_key, language, is_living_person)
        select e.id, 'category', lower(e.label), 'en', false from entry e join made on made.number = e.number and e.kind = 'page'`)
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const list = await loadCategoryTree(after)
      expect(list.isTree).toBe(false)
      seen.push(...list.branches.map(({ label }) => label))
      after = list.next
    }
    expect(seen).toHaveLength(602)
    expect(seen).toEqual([...seen].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)))
  })
})
