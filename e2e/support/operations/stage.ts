import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { emptyFact } from '@/lib/kinds/schemas/empty-fact'
import { emptyFile } from '@/lib/kinds/schemas/empty-file'
import { emptyPage } from '@/lib/kinds/schemas/empty-page'
import { emptySource } from '@/lib/kinds/schemas/empty-source'
import { actionNamed } from './build'
import { type Answer, callAction } from './call-action'
import { block, type Cast } from './cast'

type Kind = 'page' | 'fact' | 'source'

/** Something published that nothing has been done to yet. */
export interface Thing {
  id: number
  /** Where it is read, and the end of it: a title as it stands in addresses, or a number. */
  path: string
  address: string
}

const actionOf = {
  page: { name: 'lib/pages/actions.ts savePage', path: '/new/page' },
  fact: { name: 'lib/facts/actions.ts saveFact', path: '/facts/1/edit' },
  source: { name: 'lib/sources/actions.ts saveSource', path: '/new/source' },
}

/** The revision that somebody starts from; null for something new. */
type Base = { id: number; number: number } | null

/** The fields of an editing form: something new, or another text for what is there. */
export function writing(content: object, base: Base = null, more: object = {}) {
  const [entryId, baseNumber] = base ? [base.id, base.number] : [null, null]
  const what = { entryId, baseNumber, content, sources: [], ...more }
  const form = { key: randomUUID(), summary: '', isMinor: false, ...what }
  return { json: JSON.stringify(form) }
}

const leadOf = (text: string) => ({
  type: 'doc' as const,
  content: [
    { type: 'paragraph' as const, attrs: { id: 'lead' }, content: [{ type: 'text' as const, text }] },
  ],
})

const contents = {
  page: (word: string) => emptyPage(`Stage ${word}`, 'theme', 'en'),
  fact: (word: string, about: number[] = []) => ({
    ...emptyFact,
    statement: [{ type: 'text' as const, text: `It was ${word}.` }],
    about,
  }),
  file: (word: string) => ({ ...emptyFile, object: '0'.repeat(64), alternative: `An evening with ${word}` }),
  source: (word: string) => ({ ...emptySource, title: `An evening with ${word}` }),
}

/** Sets the scene for one act: whatever it asks for is made anew, so that no act depends on another. */
export function createStage({ members, visitor, newFan, newModerator, stagehand }: Cast) {
  const word = () => randomUUID().slice(0, 13)
  let lastReport = 0

  async function save(kind: Kind, by: APIRequestContext, fields: Record<string, string>): Promise<Answer> {
    const { name, path } = actionOf[kind]
    return callAction(by, { id: actionNamed(name).id, path }, fields)
  }

  async function published(kind: Kind, content: object): Promise<Thing> {
    const answer = await save(kind, (await stagehand()).asks, writing(content))
    const path = /"path":"([^"]+)"/.exec(answer.text)?.[1]
    if (answer.word !== 'live' || !path) throw new Error(`not published: ${answer.text}`)
    const html = await (await visitor.get(path)).text()
    const id = Number(/data-entry="(\d+)"/.exec(html)?.[1])
    return { id, path, address: path.split('/').at(-1) ?? '' }
  }

  const page = () => published('page', contents.page(word()))

  async function held(content: object, base: Base): Promise<number> {
    const answer = await save('page', members.author.asks, writing(content, base))
    if (answer.word !== 'waits') throw new Error(`not waiting: ${answer.text}`)
    return Number(/"submissionId":(\d+)/.exec(answer.text)?.[1])
  }

  /** The number under which a page waits that the author wants to be there. */
  const waiting = () => held(contents.page(word()), null)

  /** The number under which other words wait, by the author, for a page that is open to everybody. */
  async function waitingWording(): Promise<number> {
    const before = contents.page(word())
    const { id } = await published('page', before)
    return held({ ...before, lead: leadOf('In other words.') }, { id, number: 1 })
  }

  /** Has something done, by whoever sets scenes unless told otherwise. */
  async function act(name: string, path: string, fields: Record<string, string>, by?: APIRequestContext) {
    const { id } = actionNamed(name)
    const asks = by ?? (await stagehand()).asks
    const answer = await callAction(asks, { id, path }, { reason: 'Part of a test', ...fields })
    if (answer.word !== 'done') throw new Error(`${name}: ${answer.text}`)
    return answer
  }
  const onEntry = (name: string, path: string, fields: Record<string, string>) =>
    act(`lib/moderation/actions.ts ${name}`, path, fields)

  async function withdrawn(): Promise<number> {
    const submissionId = await waiting()
    const fields = {
      key: randomUUID(),
      submissionId: String(submissionId),
      roundNumber: '1',
      state: 'waiting',
    }
    const name = 'lib/submissions/actions.ts withdrawAction'
    await act(name, `/submissions/${submissionId}`, fields, members.author.asks)
    return submissionId
  }

  /** The number of a report that nobody has looked at yet: of all that are open and urgent the newest. */
  async function openReport(): Promise<number> {
    const words = `Look at this: ${word()}`
    const fields = { key: randomUUID(), category: 'threat', words }
    await act('lib/reports/actions.ts reportAction', '/report', fields, (await newFan()).asks)
    // The list goes on after the last one found, so that it is not read from its beginning each time.
    let next: string | undefined = `/moderation/reports${lastReport ? `?after=${lastReport}` : ''}`
    const threats: number[] = []
    while (next && (threats.length === 0 || !lastReport)) {
      const html: string = await (await (await stagehand()).asks.get(next)).text()
      const found = html.matchAll(/\/reports\/(\d+)"[^>]*>(?:<[^>]*>)*urgent<\/b>\s*A threat/g)
      threats.push(...[...found].map(([, number]) => Number(number)))
      next = /href="(\/moderation\/reports\?[^"]*after=[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    lastReport = Math.max(...threats)
    return lastReport
  }

  async function closedReport(): Promise<number> {
    const reportId = await openReport()
    const fields = { reportId: String(reportId), outcome: 'acted', answer: '' }
    await act('lib/reports/actions.ts closeReportAction', `/moderation/reports/${reportId}`, fields)
    return reportId
  }

  /** Words that a report has closed, by the number of that. */
  async function checkedWords(): Promise<number> {
    const { commentId } = await talk()
    const by = (await stagehand()).asks
    const fields = {
      key: randomUUID(),
      kind: 'comment',
      id: String(commentId),
      category: 'threat',
      words: '',
    }
    await act('lib/reports/actions.ts reportAction', '/report', fields, by)
    const list = await (await by.get('/moderation/reports')).text()
    const [, closed = ''] = list.split('id="checked"')
    const reports = [...(closed.split('</ol>')[0] ?? '').matchAll(/\/moderation\/reports\/(\d+)"/g)]
    const one = await (await by.get(`/moderation/reports/${reports.at(-1)?.[1]}`)).text()
    return Number(/name="checkedId" value="(\d+)"/.exec(one)?.[1])
  }

  async function protectedPage(): Promise<number> {
    const { id } = await page()
    const fields = { entryId: String(id), level: 'moderators', length: 'week' }
    await onEntry('protectAction', `/entries/${id}/protect`, fields)
    return id
  }

  async function fact(): Promise<number> {
    return (await published('fact', contents.fact(word(), [(await page()).id]))).id
  }

  async function twoSources(): Promise<[number, number]> {
    const [one, other] = [
      await published('source', contents.source(word())),
      await published('source', contents.source(word())),
    ]
    return [one.id, other.id]
  }

  async function deletedPage(): Promise<number> {
    const { id } = await page()
    await onEntry('deleteAction', `/entries/${id}/delete`, { entryId: String(id) })
    return id
  }

  /** A page with another title that leads to it: what the form for taking it away sends. */
  async function aliasedPage(): Promise<{ entryId: string; alias: string }> {
    const { id } = await page()
    const title = `also ${word()}`
    await onEntry('addAliasAction', `/entries/${id}/rename`, { entryId: String(id), title })
    return { entryId: String(id), alias: title }
  }

  /** A thread about a page of its own, and the comment that it begins with; by whoever sets scenes, and so shown. */
  async function talk(by?: APIRequestContext): Promise<{ threadId: number; commentId: number }> {
    const { id } = await page()
    const fields = { key: randomUUID(), entryId: String(id), subject: word(), words: 'Is it so?' }
    const { text } = await act('lib/talk/actions.ts startThreadAction', `/new/thread?entry=${id}`, fields, by)
    const numberOf = (name: string) => Number(new RegExp(`"${name}":(\\d+)`).exec(text)?.[1])
    return { threadId: numberOf('threadId'), commentId: numberOf('commentId') }
  }

  const heldComment = async () => (await talk(members.author.asks)).commentId
  /** By somebody new each time: nobody begins so many threads in an hour. */
  const newcomersComment = async () => (await talk((await newFan()).asks)).commentId

  async function settledThread(): Promise<number> {
    const { threadId } = await talk()
    const fields = { threadId: String(threadId), outcome: '' }
    await act('lib/talk/actions.ts settleThreadAction', `/threads/${threadId}/settle`, fields)
    return threadId
  }

  async function hiddenComment(): Promise<number> {
    const { commentId } = await talk()
    const fields = { commentId: String(commentId), strength: 'hidden' }
    await act('lib/talk/actions.ts withholdCommentAction', `/comments/${commentId}/moderate`, fields)
    return commentId
  }

  async function blockedFan(): Promise<number> {
    const { id } = await newFan()
    await block(await stagehand(), id)
    return id
  }

  /** What a blocked account says against its block, by its number. */
  async function openAppeal(): Promise<number> {
    const fan = await newFan()
    await block(await stagehand(), fan.id)
    const words = word()
    await act('lib/accounts/actions.ts sendAppealAction', '/account/appeal', { words }, fan.asks)
    let next: string | undefined = '/moderation/appeals'
    while (next) {
      const html: string = await (await members.owner.asks.get(next)).text()
      const [, after] = html.split(words)
      const [, found] = /name="appealId" value="(\d+)"/.exec(after ?? '') ?? []
      if (found) return Number(found)
      next = /href="(\/moderation\/appeals\?[^"]*after=[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    throw new Error('the appeal is not in the list')
  }

  /** What the trusted member wants to say of themselves, by its number. */
  async function waitingWords(): Promise<number> {
    const words = word()
    const name = 'lib/talk/own-words/actions.ts sendOwnWordsAction'
    await act(name, '/account/words', { words }, members.trusted.asks)
    const html = await (await members.owner.asks.get('/moderation/comments')).text()
    const [, after] = html.split(words)
    const [, found] = /name="wordsId" value="(\d+)"/.exec(after ?? '') ?? []
    if (!found) throw new Error('the words are not in the queue')
    return Number(found)
  }

  /** A page that was edited once, and the revision that the edit made. */
  async function editedPage(): Promise<Thing & { revisionId: number }> {
    const before = contents.page(word())
    const thing = await published('page', before)
    const after = { ...before, language: 'cy' }
    const answer = await save('page', (await stagehand()).asks, writing(after, { id: thing.id, number: 1 }))
    if (answer.word !== 'live') throw new Error(`not published: ${answer.text}`)
    const html = await (await visitor.get(`/history/${thing.address}`)).text()
    const revisionId = Number(/\/revert\/(\d+)/.exec(html)?.[1])
    return { ...thing, revisionId }
  }

  const pages = { page, editedPage, protectedPage, deletedPage, aliasedPage, fact, twoSources }
  const talks = { talk, heldComment, newcomersComment, settledThread, hiddenComment, waitingWords }
  const accounts = { newFan, newModerator, blockedFan, openAppeal }
  return {
    word,
    contents,
    waiting,
    waitingWording,
    withdrawn,
    openReport,
    closedReport,
    checkedWords,
    ...pages,
    ...accounts,
    ...talks,
  }
}

export type Stage = ReturnType<typeof createStage>
