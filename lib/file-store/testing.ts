import { mkdtempSync, rmSync } from 'node:fs'
import http, { type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import S3rver from 's3rver'
import { afterAll } from 'vitest'
import type { BucketSetting } from '@/lib/env/files-setting'

const BUCKET = 'wiki-files'

/** A folder of this test file, which is gone after it. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loreleaf-files-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The bucket of a server on this port. */
export const bucketAt = (port: number): BucketSetting => ({
  ...{ kind: 's3', endpoint: `http://127.0.0.1:${port}`, bucket: BUCKET, region: 'us-east-1' },
  ...{ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
})

/** A server of the S3 protocol with one empty bucket. */
export async function startS3(): Promise<BucketSetting> {
  const server = new S3rver({
    ...{ port: 0, address: '127.0.0.1', silent: true },
    directory: testFolder(),
    configureBuckets: [{ name: BUCKET }],
  })
  const { port } = await server.run()
  afterAll(() => server.close())
  return bucketAt(port)
}

/** A server that answers as `listener` does; gives its port. */
export async function startServer(listener: RequestListener): Promise<number> {
  const server = http.createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** All bytes of a stream. */
export async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
