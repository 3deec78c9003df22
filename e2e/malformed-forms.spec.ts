import { readFileSync } from 'node:fs'
import { malformedBodies } from '../lib/front-door/renderers/testing-bodies'
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
  const refused: Record<string, unknown> = {}
  const wanted: Record<string, unknown> = {}
  for (const [name, { body, headers }] of malformedBodies(id)) {
    const word = `Malformed-${freshWord()}`
    const answer = await fetch(`${origin}/edit/${word}`, {
      method: 'POST',
      body,
      headers: { ...headers, origin },
    })
    refused[name] = [answer.status, logged(word).map((line) => JSON.parse(line))]
    wanted[name] = [400, [expect.objectContaining({ level: 40, msg: 'a form was malformed' })]]
  }
  expect(refused).toEqual(wanted)

  const path = '/sign-in'
  const fields = { name: 'Nobody', password: 'no password of anybody' }
  expect((await callAction(request, { id: actionNamed(SIGN_IN).id, path }, fields)).word).toBe(
    'wrong_credentials',
  )
  const old = await request.post(path, {
    headers: { 'next-action': `7f${'0'.repeat(40)}`, origin },
    multipart: { '0': '[{"state":"idle"},"$K1"]' },
  })
  expect([old.status(), old.headers()['x-nextjs-action-not-found']]).toEqual([404, '1'])
})
