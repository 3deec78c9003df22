import { describe, expect, test } from 'vitest'
import { readRows } from '@/db/postgres/testing'
import type { PageContent } from '@/lib/kinds/schemas/page'
import {
  added,
  edited,
  factContent,
  makeAccount,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  send,
  sourceContent,
} from './testing'

const { moderator } = await openTestWiki('moderator')
const other = await makeAccount('moderator')

const lineOf = (id: number) =>
  readRows(`select r.number, r.parent_number, r.id = e.head_id as is_head, c.content
    from revision r join entry e on e.id = r.entry_id join revision_content c on c.revision_id = r.id
    where e.id = ${id} order by r.number`)
const textsOf = (content: unknown) =>
  Object.fromEntries(
    (content as PageContent).body.content.map((block) => [
      block.attrs.id,
      'content' in block && block.content[0] && 'text' in block.content[0] ? block.content[0].text : '',
    ]),
  )

/** A storm is many writes: a busy machine takes its time. */
const STORM = 90_000

describe('several people at one page', () => {
  test('edits of different paragraphs merge', async () => {
    const id = await publishNew(moderator, 'page', pageContent('Truham', { a: 'A school.', b: 'In Kent.' }))
    await publishNow(
      moderator,
      edited('page', id, 1, pageContent('Truham', { a: 'A boys’ school.', b: 'In Kent.' })),
    )
    await publishNow(
      other,
      edited('page', id, 1, pageContent('Truham', { a: 'A school.', b: 'Near Rochester.' })),
    )
    const line = await lineOf(id)
    expect(textsOf(line.at(-1)?.content)).toEqual({ a: 'A boys’ school.', b: 'Near Rochester.' })
  })

  test('edits of the same paragraph conflict, and the answer has all three texts', async () => {
    const texts = ['Girls’ school.', 'A girls’ school.', 'A school for girls.'].map((text) =>
      pageContent('Higgs', { a: text }),
    )
    const [base, theirs, yours] = texts as [PageContent, PageContent, PageContent]
    const id = await publishNew(moderator, 'page', base)
    await publishNow(moderator, edited('page', id, 1, theirs))
    const answer = await send(other, edited('page', id, 1, yours))
    expect(answer).toMatchObject({
      ok: false,
      reason: 'conflict',
      conflicts: [
        {
          entryId: id,
          baseNumber: 1,
          headNumber: 2,
          base,
          theirs,
          yours,
          conflicts: [{ field: 'body', blockId: 'a' }],
        },
      ],
    })
    expect(await lineOf(id)).toHaveLength(2)
  })

  test.each([
    [
      'a base that is withheld',
      (
        id: number,
      ) => `insert into withholding (entry_id, from_number, to_number, part, strength, reason, by_id)
        select ${id}, 1, 1, 'text', 'hidden', 'An address.', id from account limit 1`,
    ],
    ['a head that was deleted', (id: number) => `update entry set deleted_at = now() where id = ${id}`],
  ])('a conflict does not tell %s', async (what, hide) => {
    const id = await publishNew(
      moderator,
      'page',
      pageContent(`Kept from sight: ${what}`, { a: 'CANARY one' }),
    )
    await publishNow(
      moderator,
      edited('page', id, 1, pageContent(`Kept from sight: ${what}`, { a: 'CANARY two' })),
    )
    await readRows(hide(id))
    const answer = await send(
      other,
      edited('page', id, 1, pageContent(`Kept from sight: ${what}`, { a: 'mine' })),
    )
    expect(answer).toMatchObject({ ok: false, reason: 'not_found' })
    expect(JSON.stringify(answer)).not.toContain('CANARY')
  })

  test('fifty saves at once: every “ok” is one revision of one line, every conflict is none', {
    timeout: STORM,
  }, async () => {
    const names = Array.from({ length: 40 }, (_, index) => `p${index}`)
    const base = Object.fromEntries(names.map((name) => [name, 'empty']))
    const id = await publishNew(moderator, 'page', pageContent('The storm', base))
    const saves = Array.from({ length: 50 }, (_, index) => {
      const name = names[index % names.length] ?? ''
      const content = pageContent('The storm', { ...base, [name]: `written by ${index}` })
      return send(index % 2 ? moderator : other, edited('page', id, 1, content))
    })
    const answers = await Promise.all(saves)
    const published = answers.filter((answer) => answer.ok)
    const refused = answers.filter((answer) => !answer.ok)
    expect(published).toHaveLength(40)
    expect(refused.map((answer) => answer.reason)).toEqual(Array(10).fill('conflict'))

    const line = await lineOf(id)
    expect(line.map((row) => row.number)).toEqual(Array.from({ length: 41 }, (_, index) => index + 1))
    expect(line.map((row) => row.parent_number)).toEqual([
      null,
      ...line.slice(1).map((_, index) => index + 1),
    ])
    expect(line.map((row) => row.is_head)).toEqual([...Array(40).fill(false), true])
    const head = textsOf(line.at(-1)?.content)
    answers.forEach((answer, index) => {
      if (answer.ok) expect(head[names[index % names.length] ?? '']).toBe(`written by ${index}`)
    })
  })

  test('adding facts about a page while it is edited makes nobody wait in a circle', {
    timeout: STORM,
  }, async () => {
    const [one, two] = [
      await publishNew(moderator, 'page', pageContent('The art room', { p: '0' }, { kind: 'category' })),
      await publishNew(moderator, 'page', pageContent('The music room', { p: '0' }, { kind: 'category' })),
    ]
    const source = await publishNew(moderator, 'source', sourceContent('A visit'))
    for (let turn = 1; turn <= 8; turn++) {
      const answers = await Promise.all([
        send(
          moderator,
          edited(
            'page',
            one,
            turn,
            pageContent(
              'The art room',
              { p: `${turn}` },
              { kind: 'category', categories: turn % 2 ? [two] : [] },
            ),
          ),
        ),
        send(
          other,
          edited(
            'page',
            two,
            turn,
            pageContent(
              'The music room',
              { p: `${turn}` },
              { kind: 'category', categories: turn % 2 ? [one] : [] },
            ),
          ),
        ),
        send(moderator, added('fact', factContent(`Fact ${turn}`, [one, two]))),
        send(other, edited('source', source, turn, sourceContent(`A visit, ${turn}`))),
      ])
      expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, true])
    }
  })
})
