import { readFileSync } from 'node:fs'
import { malformedBodies } from '@/lib/framework/testing-bodies'
import { actionNamed } from './support/operations/build'
import { callAction } from './support/operations/call-action'
import { expect, freshWord, test } from './support/story'

const SIGN_IN = 'lib/accounts/actions.ts signInAction'
const SAVE = 'lib/pages/actions.ts savePage'

/** What the wiki's processes have told their log about this word. */
const logged = (word: string) =>
  readFileSync(process.env.STORIES_LOG ?? '', 'utf8')
    .split('\n')
    .filter((line) => line.includes(word))

test('what is no form of the wiki is refused in one line, and forms are still taken', async ({ request }) => {
  const { id } = actionNamed(SAVE)
  const origin = process.env.STORIES_ADDRESS ?? ''
  const refused: Record<string, [status: number, word: string]> = {}
  for (const [name, { body, headers }] of malformedBodies(id)) {
    const word = `Malformed-${freshWord()}`
    const { status } = await fetch(`${origin}/edit/${word}`, {
      method: 'POST',
      body,
      headers: { ...headers, origin },
    })
    refused[name] = [status, word]
  }
  const all = Object.entries(refused)
  // The log comes through a pipe.
  await expect.poll(() => all.filter(([, [, word]]) => logged(word).length === 0)).toEqual([])
  const line = expect.objectContaining({ level: 40, msg: 'a form was malformed' })
  for (const [name, [status, word]] of all)
    expect([status, logged(word).map((one) => JSON.parse(one))], name).toEqual([400, [line]])

  const path = '/sign-in'
  const fields = { name: 'Nobody', password: 'no password of anybody', next: '/' }
  expect((await callAction(request, { id: actionNamed(SIGN_IN).id, path }, fields)).word).toBe(
    'wrong_credentials',
  )
  const old = await request.post(path, {
    headers: { 'next-action': `7f${'0'.repeat(40)}`, origin },
    multipart: { '0': '[{"state":"idle"},"$K1"]' },
  })
  expect([old.status(), old.headers()['x-nextjs-action-not-found']]).toEqual([404, '1'])
})
