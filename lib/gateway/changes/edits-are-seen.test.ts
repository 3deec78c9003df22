import { describe, expect, it } from 'vitest'
import { recordDependency } from '@/lib/cache/dependencies'
import { signEvent } from '@/lib/cache/saved'
import {
  ask,
  behind,
  change,
  openGateway,
  SECRET,
  signal,
  until,
  versioned,
} from '@/lib/gateway/http/testing'

const gateway = openGateway()

describe('a change', () => {
  it('is seen by who asks after it was received', async () => {
    const text = versioned('entry:1')
    expect((await ask(gateway, '/wiki/Changing')).body).toBe('version 1')
    text.version = 2
    await change(['entry:2'])
    expect((await ask(gateway, '/wiki/Changing')).body).toBe('version 1')
    await change(['entry:1'])
    await until(async () => (await ask(gateway, '/wiki/Changing')).body === 'version 2')
    expect(behind.renders).toHaveLength(2)
  })

  it('shows the old bytes only while the new render fails, and after a withholding not even then', async () => {
    const text = versioned('entry:3')
    await ask(gateway, '/wiki/Withheld')
    Object.assign(text, { version: 2, fails: true })
    await change(['entry:3'])
    await until(async () => (await ask(gateway, '/wiki/Withheld')) && behind.renders.length > 1)
    expect(await ask(gateway, '/wiki/Withheld')).toMatchObject({ status: 200, body: 'version 1' })
    const event = await change(['entry:3'], true)
    const cookie = `loreleaf_saved=${signEvent(event, SECRET)}`
    expect((await ask(gateway, '/wiki/Withheld', { headers: { cookie } })).status).toBe(503)
    text.fails = false
    expect((await ask(gateway, '/wiki/Withheld')).body).toBe('version 2')
  })

  it('during a slow render is never hidden by it: neither kept nor joined by who asks later', async () => {
    let version = 1
    const [hasRead, mayFinish] = [signal(), signal()]
    behind.handler = async (_, res) => {
      recordDependency('entry:4')
      const read = version
      if (read === 1) {
        hasRead.give()
        await mayFinish.given
      }
      res.writeHead(200, { 'content-type': 'text/html' }).end(`version ${read}`)
    }
    const early = ask(gateway, '/wiki/Slowly')
    await hasRead.given
    version = 2
    const event = await change(['entry:4'])
    const cookie = `loreleaf_saved=${signEvent(event, SECRET)}`
    const late = ask(gateway, '/wiki/Slowly', { headers: { cookie } })
    // Answered once the gateway has heard of the change, and so after the other was asked for.
    await ask(gateway, '/wiki/Elsewhere', { headers: { cookie } })
    mayFinish.give()
    expect((await early).body).toBe('version 1')
    expect((await late).body).toBe('version 2')
    expect((await ask(gateway, '/wiki/Slowly')).body).toBe('version 2')
    expect(behind.renders.filter((path) => path === '/wiki/Slowly')).toHaveLength(2)
  })
})

describe('who has just saved', () => {
  it('waits until the gateway has received it, and then is served like anybody', async () => {
    const text = versioned('entry:6')
    await ask(gateway, '/wiki/Saved')
    for (let version = 2; version < 12; version += 1) {
      text.version = version
      const event = await change(['entry:6'])
      const cookie = `a=1; loreleaf_saved=${signEvent(event, SECRET)}; b=2`
      expect((await ask(gateway, '/wiki/Saved', { headers: { cookie } })).body).toBe(`version ${version}`)
      expect((await ask(gateway, '/wiki/Saved')).body).toBe(`version ${version}`)
    }
  })

  it('does not wait for an event that the database does not know, nor on a forged word', async () => {
    versioned('entry:7')
    await ask(gateway, '/wiki/Forged')
    const renders = behind.renders.length
    for (const value of [
      signEvent(9_999_999, SECRET),
      signEvent(1, 'x'.repeat(40)),
      '1',
      '',
      'x.y',
      '9'.repeat(999),
    ]) {
      const answer = await ask(gateway, '/wiki/Forged', { headers: { cookie: `loreleaf_saved=${value}` } })
      expect(answer.status).toBe(200)
    }
    expect(behind.renders).toHaveLength(renders)
  })
})
