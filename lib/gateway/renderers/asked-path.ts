import type { IncomingMessage } from 'node:http'

/**
 * The header with the requested path, byte for byte as the gateway classified it, for pages whose address has a title:
 * the framework decodes a path's parts for some code and not for other code, and removes endings.
 */
export const ASKED_PATH = 'x-loreleaf-path'

/** Sets the header on a request before the framework reads it, replacing a visitor's own. */
export function noteAskedPath(req: IncomingMessage): void {
  req.headers[ASKED_PATH] = req.url?.split('?')[0]
}
