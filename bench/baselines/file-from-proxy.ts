import { gunzipSync } from 'node:zlib'
import type { Answer } from '../answer'
import { startNginx } from './nginx'
import type { Server } from './server'

/** Starts nginx with this page as a file, compressed beforehand where the page is: the limit of what a cache in front can do. */
export function startFile({ headers, body }: Answer): Promise<Server> {
  const isPacked = Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'content-encoding' && value === 'gzip',
  )
  const files: Record<string, Buffer> = isPacked
    ? { 'page.html': gunzipSync(body), 'page.html.gz': body }
    : { 'page.html': body }
  return startNginx(
    `sendfile on;
    server { listen PORT; root FOLDER; location / { gzip_static on; rewrite ^ /page.html break; } }`,
    files,
  )
}
