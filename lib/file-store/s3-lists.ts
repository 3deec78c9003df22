import type { StoredFile } from './store'

/** A version of an object; a marker that it was deleted is one, too. */
export interface StoredVersion {
  key: string
  versionId: string
}

/** A page of `ListObjectsV2`: what it lists, and where the next begins; null after the last. */
export function readObjects(xml: string): { files: StoredFile[]; next: string | null } {
  const files = elements(xml, 'Contents').map((one) => ({
    key: textOf(one, 'Key'),
    size: Number(textOf(one, 'Size')),
    at: new Date(textOf(one, 'LastModified')),
  }))
  return { files, next: isTruncated(xml) ? textOf(xml, 'NextContinuationToken') : null }
}

/** A page of `ListObjectVersions`; null when it is no such list: the store keeps no versions. */
export function readVersions(
  xml: string,
): { versions: StoredVersion[]; next: { 'key-marker': string; 'version-id-marker': string } | null } | null {
  if (!xml.includes('<ListVersionsResult')) return null
  const versions = ['Version', 'DeleteMarker'].flatMap((name) =>
    elements(xml, name).map((one) => ({ key: textOf(one, 'Key'), versionId: textOf(one, 'VersionId') })),
  )
  const next = isTruncated(xml) && {
    'key-marker': textOf(xml, 'NextKeyMarker'),
    'version-id-marker': textOf(xml, 'NextVersionIdMarker'),
  }
  return { versions, next: next || null }
}

const isTruncated = (xml: string) => textOf(xml, 'IsTruncated') === 'true'

const elements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map(([, inner = '']) => inner)

const textOf = (xml: string, name: string): string => unescaped(elements(xml, name)[0] ?? '')

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name] ?? whole
    return String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10))
  })
