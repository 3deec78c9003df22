import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'

/** What answers requests in the end; it is given, so that the gateway needs to know no framework. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/** Marks a render for everybody. No visitor's header by this name gets past the gateway. */
export const PUBLIC_RENDER = 'x-loreleaf-render'

/** Nothing that a wiki answers is this long, in bytes. */
export const MOST_ANSWER = 16 * 1024 * 1024

/** A whole answer. */
export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** One renderer, as the gateway knows it. */
export interface Renderer {
  socketPath: string
  /** Resolves when it is no more, whoever ended it. */
  ended: Promise<unknown>
  /** Lets it finish what it put off, and ends it; by force after `milliseconds`. */
  end(milliseconds: number): Promise<void>
}

/** Starts a renderer that listens on `socketPath`; resolves when it does, and throws when it never will. */
export type StartRenderer = (socketPath: string) => Promise<Renderer>
