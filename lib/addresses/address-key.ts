import { readDoi } from '@/lib/text/identifiers'
import { knownHost, knownPage } from './known-pages'
import { spelled } from './spelling'
import { isTracking } from './tracking'
import { unwrapped } from './unwrapped'

/** A copy of a copy: so often at most. */
const DEEPEST = 5

/**
 * What an address is known by: the same for the same page in other clothes, that is with another scheme, `www.`, `m.`,
 * `amp`, tracking parameters or their order, a fragment, a trailing slash, another spelling of its letters, a default
 * port, a short host of a video site, or through an archive or a cache. `url:…`, or `doi:…` where it leads to one; text
 * that is no web address stands for itself.
 */
export function addressKey(address: string): string {
  const url = behind(address.trim())
  if (url === null) return `url:${address.trim()}`
  const doi = /^(?:dx\.|www\.)?doi\.org$/.test(url.hostname) ? doiOf(url) : null
  if (doi !== null) return `doi:${doi}`
  const host = hostOf(url)
  return `url:${knownPage(host, url) ?? `${host}${portOf(url)}${pathOf(url)}${queryOf(url)}${fragmentOf(url)}`}`
}

function behind(address: string): URL | null {
  let text = address
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null
    const inner = unwrapped(text)
    if (inner === null) break
    text = inner
  }
  return URL.canParse(text) ? new URL(text) : null
}

function doiOf({ pathname }: URL): string | null {
  try {
    return readDoi(decodeURIComponent(pathname.slice(1)))
  } catch {
    return null
  }
}

/** Names for other devices; what is left is a host of its own, and not the end of many (`co.uk`). */
const DEVICE = /^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.[^.]+)(?!(?:com?|org|net|ac|gov|edu)\.[a-z]{2}$)/
const WIKIS = /^([a-z-]+)\.m\.((?:wik|mediawik)[a-z]+\.org)$/

function hostOf({ hostname }: URL): string {
  let host = hostname.replace(/\.+$/, '').replace(WIKIS, '$1.$2')
  while (knownHost(host) === host && DEVICE.test(host)) host = host.replace(DEVICE, '')
  return knownHost(host)
}

const portOf = ({ port }: URL) => (port === '' || port === '80' || port === '443' ? '' : `:${port}`)

/** A last part `amp`, or an ending, asks for the AMP version; a site's only part may be a page about amplifiers. */
const AMP_PATH = /(?<=\/[^/]+?)(?:\/amp|\.amp)+$/i

function pathOf({ pathname }: URL): string {
  const parts = pathname.replace(/\/+$/, '').split('/').map(spelled).join('/')
  return parts.replace(AMP_PATH, '').replace(/(?:\.amp)+(\.html?)$/i, '$1')
}

function queryOf({ search }: URL): string {
  const pairs = search
    .slice(1)
    .split('&')
    .map((pair) => {
      const [name = '', ...value] = pair.replaceAll('+', '%20').split('=')
      return { name: spelled(name), value: spelled(value.join('=')) }
    })
    .filter(({ name, value }) => name !== '' && !isTracking(name, value))
    .sort((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)))
  if (pairs.length === 0) return ''
  return `?${pairs.map(({ name, value }) => (value === '' ? name : `${name}=${value}`)).join('&')}`
}

/** A fragment is a place in a page, unless the site finds its pages by it: `#!/story`, `#/story`. */
function fragmentOf({ hash }: URL): string {
  const [route = ''] = hash.slice(1).split(':~:')
  if (!/^(?:!|\/)/.test(route)) return ''
  const parts = route.replace(/\/+$/, '').split('/').map(spelled).join('/')
  return /^!?$/.test(parts) ? '' : `#${parts}`
}
