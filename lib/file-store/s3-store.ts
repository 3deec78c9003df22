import { createHash } from 'node:crypto'
import type { BucketSetting } from '@/lib/env/files-setting'
import { checkedKey, checkedPrefix, isKey, objectKey, objectOfKey } from './keys'
import { readObjects, readVersions, type StoredVersion } from './s3-lists'
import { createRequests, type Patience, textOf } from './s3-requests'
import { type About, away, type FileStore } from './store'

/** A store in a bucket of any S3-compatible service, whether it keeps versions or not. */
export function createS3Store(setting: BucketSetting, patience?: Patience): FileStore {
  const { send } = createRequests(setting, patience)

  const removeVersion = async (key: string, versionId?: string): Promise<void> => {
    const query: Record<string, string> = versionId === undefined ? {} : { versionId }
    await textOf(await send({ method: 'DELETE', key, query }), [200, 204, 404])
  }

  return {
    async put(key, source, about) {
      const body = { source, about: { ...about, ...digest(key, source, about) } }
      await textOf(await send({ method: 'PUT', key: checkedKey(key), body }), [200])
    },

    async read(key, range) {
      const headers = range && { range: `bytes=${range.start}-${range.end ?? ''}` }
      const response = await send({ method: 'GET', key: checkedKey(key), ...(headers && { headers }) })
      const status = response.statusCode
      if (status === 404) {
        // Also says so where the bucket itself is not there: then the store is away, not the key.
        if ((await textOf(response, [404])).includes('<Code>NoSuchBucket')) {
          throw away('there is no such bucket', undefined)
        }
        return null
      }
      if (status !== 200 && status !== 206) await textOf(response, [])
      const [, whole] = /\/(\d+)$/.exec(response.headers['content-range'] ?? '') ?? []
      const size = Number(whole ?? response.headers['content-length'])
      if (!Number.isSafeInteger(size) || (range && status !== 206)) {
        response.destroy()
        throw away('it does not say how long the bytes are', undefined)
      }
      return { stream: response, size }
    },

    async remove(key) {
      const name = checkedKey(key)
      const versions = await findVersions(send, name)
      if (!versions) return removeVersion(name)
      for (const { versionId } of versions) await removeVersion(name, versionId)
    },

    async *list(prefix) {
      const query = { 'list-type': '2', prefix: checkedPrefix(prefix) }
      for (let next: string | null = ''; next !== null; ) {
        const from: Record<string, string> = next ? { 'continuation-token': next } : {}
        const page = readObjects(
          await textOf(await send({ method: 'GET', query: { ...query, ...from } }), [200]),
        )
        yield* page.files.filter(({ key }) => isKey(key))
        next = page.next
      }
    },

    // An object is there once its last byte is, and never before.
    async removeUnfinished() {},
  }
}

/** Every version of one key; null where the store keeps none, or knows no such list. */
async function findVersions(
  send: ReturnType<typeof createRequests>['send'],
  key: string,
): Promise<StoredVersion[] | null> {
  const found: StoredVersion[] = []
  let markers: Record<string, string> | null = {}
  while (markers) {
    const query = { versions: '', prefix: key, ...markers }
    const response = await send({ method: 'GET', query })
    const knowsNone = [400, 405, 501].includes(response.statusCode ?? 0)
    const page = readVersions(await textOf(response, knowsNone ? [response.statusCode ?? 0] : [200]))
    if (!page) return null
    found.push(...page.versions.filter((one) => one.key === key))
    markers = page.next
  }
  return found
}

/** Objects are named by their digest; that of a buffer is soon computed. */
function digest(key: string, source: unknown, { sha256 }: About): { sha256?: string } {
  if (sha256 !== undefined) return { sha256 }
  if (Buffer.isBuffer(source)) return { sha256: createHash('sha256').update(source).digest('hex') }
  const object = objectOfKey(key)
  return object !== null && key === objectKey(object) ? { sha256: object } : {}
}
