import type { IncomingMessage } from 'node:http'

/**
 * The header that tells pages whose address holds a title which path was asked for, byte for byte as the gateway classified
 * it: the framework gives parts of a path to some code decoded and to some not, and takes endings off.
 */
export const ASKED_PATH = 'x-loreleaf-path'

/** Notes the path on a request before the framework sees it, in place of whatever a visitor sent by this name. */
export function noteAskedPath(req: IncomingMessage): void {
  req.headers[ASKED_PATH] = req.url?.split('?')[0]
}
