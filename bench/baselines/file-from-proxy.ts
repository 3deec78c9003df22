import { gunzipSync } from 'node:zlib'
import type { Answer } from '../answer'
import { isPacked } from '../browser/packed'
import { startNginx } from './nginx'
import type { Server } from './server'

/**
 * Starts nginx with this page as a file, compressed in advance where the page is: the limit of what a cache in front
 * can do.
 */
export function startFile(answer: Answer): Promise<Server> {
  const { body } = answer
  const files: Record<string, Buffer> = isPacked(answer)
    ? { 'page.html': gunzipSync(body), 'page.html.gz': body }
    : { 'page.html': body }
  return startNginx(
    `sendfile on;
    server { listen PORT; root FOLDER; location / { gzip_static on; rewrite ^ /page.html break; } }`,
    files,
  )
}
