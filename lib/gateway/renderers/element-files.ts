import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { routes } from '@/lib/routes'
import { routeAt } from '@/lib/routes/at-path'
import { sheetsNamed } from './built-sheet'
import type { Handler } from './protocol'

/** The content of an element's file, `<language>/<name>.js`; null when there is none. */
export type ElementFile = (name: string) => Promise<string | Buffer | null>

/**
 * Answers requests for the scripts of reading pages (`routes.elements`) from `fileOf`, and those for their style sheets
 * (`routes.sheets`); all others go to `handler`.
 */
export function withElementFiles(handler: Handler, fileOf: ElementFile): Handler {
  return async (req, res) => {
    const found = routeAt(req.url ?? '')
    const [name = ''] = found?.words ?? []
    if (found?.route === routes.elements)
      send(res, 'text/javascript', /^[\w-]+\/[\w-]+\.js$/.test(name) ? await fileOf(name) : null)
    else if (found?.route === routes.sheets) send(res, 'text/css', sheetsNamed(name))
    else await handler(req, res)
  }
}

function send(res: ServerResponse, type: string, content: string | Buffer | null): void {
  if (content === null) res.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found')
  else res.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(content)
}

/** Reads the files of a build below `folder`. */
export const builtElements =
  (folder: string): ElementFile =>
  async (name) => {
    try {
      return await readFile(join(folder, name))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }
