import type { IncomingMessage } from 'node:http'

/** The value of a request's cookie of this name, as it was sent; the first one where there are several. */
export function cookieOf(req: IncomingMessage, name: string): string | undefined {
  const start = `${name}=`
  const found = req.headers.cookie?.split(';').find((cookie) => cookie.trim().startsWith(start))
  return found?.trim().slice(start.length)
}
