import { expect, it } from 'vitest'
import { paths, routes } from '@/lib/routes'
import type { OwnAddress } from './own-routes'
import { ask, behind, openGateway } from './testing'
import { head, openConnection, statusesIn } from './testing-connections'

const asked: OwnAddress[] = []
const gateway = openGateway({
  limits: { bodyTimeout: 300 },
  own: new Map([
    [
      routes.upload,
      {
        timesBodies: true,
        answer: async (req, res, address) => {
          asked.push(address)
          let length = 0
          for await (const piece of req) length += (piece as Buffer).length
          if (length === 13) throw new Error('an unlucky length')
          res.end(`took ${length}`)
        },
      },
    ],
  ]),
})

const path = paths.upload('a.ticket')
const begin = async (to: string) => {
  const connection = await openConnection(gateway)
  connection.write(head(`PATCH ${to}`, { 'Sec-Fetch-Site': 'same-origin', 'Content-Length': '10' }))
  connection.write('slow ')
  return connection
}

it('an address that the gateway was given is answered there, and nothing behind it hears of it', async () => {
  expect(await ask(gateway, `${path}?x=1`, { method: 'PATCH', body: 'bytes' })).toMatchObject({
    status: 200,
    body: 'took 5',
  })
  expect(asked.at(-1)).toMatchObject({ target: path, words: ['a.ticket'] })
  expect(await ask(gateway, paths.metrics())).toMatchObject({ status: 404 })
  expect(await ask(gateway, path, { method: 'PATCH', body: 'x'.repeat(13) })).toMatchObject({ status: 503 })
  expect(behind.renders).toEqual([])
})

it('a body that takes too long is answered with 408, except where the address times bodies itself', async () => {
  behind.handler = async (_, res) => void res.end('never')
  const own = await begin(path)
  const others = await Promise.all([begin('/sign-in'), begin('/wiki/A')])
  const answers = await Promise.all(others.map(({ ended }) => ended))
  // The second may not be sent there at all, and is told so at once.
  expect(answers.map(statusesIn)).toEqual([[408], [405]])
  own.write('phone')
  expect(await own.waitFor(/took/)).toContain('took 10')
  own.socket.destroy()
})
