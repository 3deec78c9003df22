import type http from 'node:http'
import { describe, expect, it } from 'vitest'
import { ask, behind, openGateway } from './testing'

const gateway = openGateway({
  origin: 'https://wiki.example',
  trustedProxies: 1,
  limits: { visitDeadline: 2_000 },
})

const WRITTEN_OUT = '<!DOCTYPE html><html lang="en"><body><h1>Nothing is here</h1></body></html>'
const LEFT_TO_SCRIPTS = '<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>'

/** Like the framework: what turns out not to be there has no body, the page that says so has one. */
const answering = async (req: http.IncomingMessage, res: http.ServerResponse) => {
  const body = req.url === '/_not-found' ? WRITTEN_OUT : LEFT_TO_SCRIPTS
  res.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(body)
}

describe('a private page that is not there', () => {
  it('says so in its body, for this visitor alone, and keeps its status', async () => {
    behind.handler = answering
    const answer = await ask(gateway, '/facts/999/edit')
    expect(answer.status).toBe(404)
    expect(answer.body).toBe(WRITTEN_OUT)
    expect(answer.headers['cache-control']).toBe('private, no-store')
  })

  it('answers a write as it stands: nothing is asked twice', async () => {
    behind.handler = answering
    const answer = await ask(gateway, '/facts/999/edit', {
      method: 'POST',
      headers: { origin: 'https://wiki.example' },
    })
    expect(answer.status).toBe(404)
    expect(answer.body).toBe(LEFT_TO_SCRIPTS)
  })
})
