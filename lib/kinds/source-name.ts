import { messages } from '@/lib/messages/messages'
import { shorten } from '@/lib/text/shorten'

/**
 * What a source is called: by its title, else by words that describe it, else by where its link leads ("Page on
 * example.org"). Empty where nothing is known.
 */
export const nameOfSource = ({
  title,
  description,
  url,
}: {
  title?: string | null | undefined
  description?: string | null | undefined
  url?: string | null | undefined
}): string => title || description || (url && messages().sources.pageOn(hostIn(url))) || ''

// A host has at most 253 characters (RFC 1035); a label is no place for all of them.
const MOST = 200

/** The host of a web address without `www.`; what is no address is given as it is. */
function hostIn(url: string): string {
  const text = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url
  return shorten(text, MOST)
}
