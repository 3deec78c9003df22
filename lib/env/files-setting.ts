import { join } from 'node:path'

/** A bucket of an S3-compatible store, and the key to it. */
export interface BucketSetting {
  kind: 's3'
  /** Like `https://s3.example:9000`. */
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

export type FilesSetting = { kind: 'folder'; folder: string } | BucketSetting

const EXAMPLE = 's3://key:secret@s3.example/bucket?region=eu-west-1'

/**
 * Where files are stored: the bucket of `FILES_URL`, else a folder in the data folder. A `fault` is a sentence for the
 * administrator; it does not repeat the address, which has a secret in it.
 */
export function readFilesSetting(
  url: string | undefined,
  dataFolder: string,
): FilesSetting | { fault: string } {
  if (!url) return { kind: 'folder', folder: join(dataFolder, 'files') }
  if (!URL.canParse(url) || new URL(url).protocol !== 's3:') {
    return { fault: `FILES_URL must be an address like ${EXAMPLE}` }
  }
  const { host, username, password, pathname, searchParams, hash } = new URL(url)
  const [, bucket] = /^\/([a-z\d][a-z\d.-]{1,61}[a-z\d])\/?$/.exec(pathname) ?? []
  const [accessKeyId, secretAccessKey] = [username, password].map(decoded)
  if (!host || !bucket || hash) {
    return { fault: `FILES_URL must name a host and one bucket, like ${EXAMPLE}` }
  }
  if (!accessKeyId || !secretAccessKey) {
    return { fault: 'FILES_URL must have a key and a secret, with %2F for / and %2B for + in them.' }
  }
  const unknown = [...searchParams.keys()].find((name) => name !== 'region' && name !== 'tls')
  if (unknown !== undefined) return { fault: `FILES_URL has no parameter "${unknown}", only region and tls.` }
  const [region, tls] = [searchParams.get('region') ?? 'us-east-1', searchParams.get('tls') ?? 'yes']
  if (!/^[a-z\d-]{1,60}$/.test(region)) return { fault: 'The region in FILES_URL must be like eu-west-1.' }
  if (tls !== 'yes' && tls !== 'no') return { fault: 'tls in FILES_URL must be "no" or nothing.' }
  const endpoint = `${tls === 'no' ? 'http' : 'https'}://${host}`
  return { kind: 's3', endpoint, bucket, region, accessKeyId, secretAccessKey }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
