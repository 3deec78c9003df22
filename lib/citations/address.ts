import { copiedAddress, isArchive } from '@/lib/addresses/unwrapped'
import { type SourceRecord, shortNameOf } from './record'

/** What an address of a source leads to. */
export interface SourceAddress {
  /** A web page; a download, such as a scan or a picture; or a copy that an archive keeps. */
  leadsTo: 'website' | 'download' | 'copy'
  url: string
  /** Whose it is: the host of a page, the work that a file belongs to, the host that a copy was made of. */
  of: string
}

/** Hosts that keep files for others: their names say nothing about a source. */
const FILE_HOSTS =
  /(?:^|\.)(?:cdn[\w-]*|images?\d*|img\d*|media|static|assets|files|uploads)\.|(?:cloudfront\.net|amazonaws\.com|googleusercontent\.com|squarespace-cdn\.com|wixstatic\.com|imgur\.com|twimg\.com|ytimg\.com|scribd\.com|drive\.google\.com|dropbox\.com)$/i
/** What a browser does not show as a page of its own. */
const FILES = /\.(?:pdf|jpe?g|png|gif|webp|avif|svg|tiff?|mp[34]|m4[av]|mov|webm|zip|epub)$/i

/** What a source's address leads to, and whose it is. */
export function sourceAddress(url: string, record: SourceRecord): SourceAddress {
  const { hostname, pathname } = new URL(url)
  if (isArchive(hostname)) {
    const original = copiedAddress(url)
    return { leadsTo: 'copy', url, of: original === null ? shortNameOf(record) : hostOf(original) }
  }
  if (FILES.test(pathname) || FILE_HOSTS.test(hostname))
    return { leadsTo: 'download', url, of: workOf(record) }
  return { leadsTo: 'website', url, of: hostOf(url) }
}

/** The work that a file belongs to: by its title, else by who published it. */
const workOf = (record: SourceRecord) => (record.isDescribed ? shortNameOf(record) : record.title)

const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./, '')
