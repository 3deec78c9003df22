import { createHash } from 'node:crypto'
import net, { type AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { objectKey } from './keys'
import { type Patience, signedHeaders } from './s3-requests'
import { createS3Store } from './s3-store'
import { StoreAwayError } from './store'
import { bucketAt, bytesOf, startServer } from './testing'

const quick: Patience = { answer: 300, sending: 600, pause: 10 }
const mediaType = 'image/webp'
const key = objectKey('b'.repeat(64))

/**
 * The examples of "Signature Calculations for the Authorization Header: Transferring Payload in a Single Chunk (AWS
 * Signature Version 4)" in the Amazon S3 API Reference,
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
describe('signatures are those of the published examples', () => {
  const setting = {
    region: 'us-east-1',
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  }
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

  test.each([
    [
      'GET Object',
      { method: 'GET', url: '/test.txt', headers: { range: 'bytes=0-9' } },
      'host;range;x-amz-content-sha256;x-amz-date',
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ],
    [
      'PUT Object',
      {
        method: 'PUT',
        url: '/test$file.text',
        headers: { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
        body: 'Welcome to Amazon S3.',
      },
      'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
      '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    ],
    [
      'GET Bucket Lifecycle',
      { method: 'GET', url: '/?lifecycle', headers: {} },
      'host;x-amz-content-sha256;x-amz-date',
      'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    ],
    [
      'Get Bucket (List Objects)',
      { method: 'GET', url: '/?max-keys=2&prefix=J', headers: {} },
      'host;x-amz-content-sha256;x-amz-date',
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    ],
  ])('%s', async (_, { method, url, headers, body = '' }: Example, names, signature) => {
    const { authorization } = await signedHeaders(setting, {
      ...{ method, headers, digest: sha256(body), datetime: '20130524T000000Z' },
      url: `https://examplebucket.s3.amazonaws.com${url}`,
    })
    expect(authorization).toBe(
      `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=${names}, Signature=${signature}`,
    )
  })

  interface Example {
    method: string
    url: string
    headers: Record<string, string>
    body?: string
  }
})

describe('a bucket', () => {
  test('gets the digest of what it is sent, which is the name of an object', async () => {
    const digests: unknown[] = []
    const port = await startServer((req, res) => {
      digests.push([req.headers['x-amz-content-sha256'], req.headers['content-length']])
      req.resume().on('end', () => res.end())
    })
    const store = createS3Store(bucketAt(port), quick)
    const picture = Buffer.from('a picture')
    const name = createHash('sha256').update(picture).digest('hex')
    await store.put(objectKey(name), Readable.from([picture]), { size: 9, mediaType })
    await store.put('sizes/a', picture, { size: 9, mediaType })
    expect(digests).toEqual([
      [name, '9'],
      [name, '9'],
    ])
    await expect(store.put('sizes/a', Readable.from([picture]), { size: 9, mediaType })).rejects.toThrow(
      'without TLS only bytes of a known digest',
    )
  })

  test('never gets the last of bytes that are not the right ones', async () => {
    let received = 0
    const port = await startServer((req) => {
      req.on('data', (chunk) => {
        received += chunk.byteLength
      })
    })
    const [one, other] = [Buffer.alloc(50_000), Buffer.alloc(50_000, 1)]
    const about = { size: 100_000, mediaType, sha256: 'c'.repeat(64) }
    const sent = createS3Store(bucketAt(port), quick).put(key, Readable.from([one, other]), about)
    await expect(sent).rejects.toThrow('other bytes')
    expect(received).toBeLessThanOrEqual(50_000)
  })

  test('is listed page by page', async () => {
    const page = (name: string, next: string) => `<ListBucketResult><Contents><Key>objects/${name}</Key>
      <LastModified>2026-11-30T10:00:00.000Z</LastModified><Size>7</Size></Contents><Contents><Key>Foreign &amp; odd</Key>
      <LastModified>2026-11-30T10:00:00.000Z</LastModified><Size>1</Size></Contents>
      <IsTruncated>${next !== ''}</IsTruncated><NextContinuationToken>${next}</NextContinuationToken></ListBucketResult>`
    const port = await startServer((req, res) => {
      const from = new URL(req.url ?? '', 'http://s3').searchParams.get('continuation-token')
      res.end(from === 'a&amp=+' ? page('two', '') : page('one', 'a&amp;amp=+'))
    })
    const found: unknown[] = []
    for await (const one of createS3Store(bucketAt(port), quick).list('objects/')) found.push(one)
    const at = new Date('2026-11-30T10:00:00Z')
    expect(found).toEqual([
      { key: 'objects/one', size: 7, at },
      { key: 'objects/two', size: 7, at },
    ])
  })

  test('that keeps versions loses every one of a key, and no marker stays', async () => {
    const versions = new Map([
      ['v1', key],
      ['v2', key],
      ['marker', key],
      ['longer', `${key}0`],
    ])
    const port = await startServer((req, res) => {
      const { searchParams } = new URL(req.url ?? '', 'http://s3')
      if (req.method === 'DELETE') {
        versions.delete(searchParams.get('versionId') ?? '')
        res.writeHead(204).end()
        return
      }
      // One on each page.
      const after = searchParams.get('version-id-marker')
      const ids = [...versions.keys()]
      const id = ids[after ? ids.indexOf(after) + 1 : 0] ?? ''
      const element = id === 'marker' ? 'DeleteMarker' : 'Version'
      res.end(`<?xml version="1.0"?><ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
        <IsTruncated>${id !== ids.at(-1)}</IsTruncated><NextKeyMarker>${key}</NextKeyMarker>
        <NextVersionIdMarker>${id}</NextVersionIdMarker>
        <${element}><Key>${versions.get(id)}</Key><VersionId>${id}</VersionId></${element}></ListVersionsResult>`)
    })
    await createS3Store(bucketAt(port), quick).remove(key)
    expect([...versions.keys()]).toEqual(['longer'])
  })

  test('is asked once more after a passing fault', async () => {
    let tries = 0
    const port = await startServer((_, res) => {
      tries += 1
      if (tries === 1) res.writeHead(503).end()
      else if (tries === 2) res.destroy()
      else res.writeHead(200, { 'content-length': 4 }).end('leaf')
    })
    const found = await createS3Store(bucketAt(port), quick).read(key)
    expect(found && (await bytesOf(found.stream)).toString()).toBe('leaf')
    expect(tries).toBe(3)
  })
})

describe('bytes that are being read', () => {
  const size = 16_000_000
  const opened = async (port: number) => {
    const found = await createS3Store(bucketAt(port), quick).read(key)
    if (!found) throw new Error('there is nothing')
    const pieces = found.stream.iterator({ destroyOnReturn: false })
    let count = (await pieces.next()).value.byteLength
    return {
      async rest() {
        for await (const piece of { [Symbol.asyncIterator]: () => pieces }) count += piece.byteLength
        return count
      },
    }
  }

  test('wait for a reader who pauses for longer than the store may', async () => {
    const port = await startServer((_, res) =>
      res.writeHead(200, { 'content-length': size }).end(Buffer.alloc(size)),
    )
    const reader = await opened(port)
    await sleep(3 * quick.answer)
    expect(await reader.rest()).toBe(size)
  })

  test('break off where the store says nothing more, also after such a pause', async () => {
    const port = await startServer((_, res) =>
      res.writeHead(200, { 'content-length': size }).write(Buffer.alloc(500_000)),
    )
    const reader = await opened(port)
    await sleep(3 * quick.answer)
    await expect(reader.rest()).rejects.toThrow()
  })
})

describe('a store that is away says so, in bounded time', () => {
  const silent = net.createServer(() => {})
  const sockets = new Set<net.Socket>()
  silent.on('connection', (socket) => sockets.add(socket))
  afterAll(() => {
    silent.close()
    for (const socket of sockets) socket.destroy()
  })

  const listening = () =>
    new Promise<number>((resolve) =>
      silent.listen(0, '127.0.0.1', () => resolve((silent.address() as AddressInfo).port)),
    )
  const nobodyListens = async () => {
    const server = net.createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    return port
  }
  const always = (status: number, body = '') =>
    startServer((req, res) => req.resume().on('end', () => res.writeHead(status).end(body)))

  test.each<[string, () => Promise<number>]>([
    ['nobody listens', nobodyListens],
    ['it does not answer', listening],
    ['it is overloaded', () => always(503)],
    ['it does not know the key to it', () => always(403, '<Error><Code>InvalidAccessKeyId</Code></Error>')],
    ['it has no such bucket', () => always(404, '<Error><Code>NoSuchBucket</Code></Error>')],
  ])('%s', async (what, start) => {
    const store = createS3Store(bucketAt(await start()), quick)
    const began = performance.now()
    const bytes = Buffer.alloc(1_000_000)
    const about = { size: 1_000_000, mediaType }
    const asked = [
      store.read(key),
      store.put('sizes/a', bytes, about),
      store.put(key, Readable.from([bytes]), {
        ...about,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }),
      store.list('')[Symbol.asyncIterator]().next(),
    ]
    for (const one of await Promise.allSettled(asked)) {
      expect(one.status === 'rejected' && one.reason, what).toBeInstanceOf(StoreAwayError)
    }
    await expect(store.remove(key)).rejects.toBeInstanceOf(StoreAwayError)
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})
