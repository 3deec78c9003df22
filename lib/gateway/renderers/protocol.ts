import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'

/** Answers requests in a renderer; it is passed in, so that the gateway depends on no framework. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/** Marks a request for a shared render. The gateway forwards no visitor's header of this name. */
export const PUBLIC_RENDER = 'x-loreleaf-render'

/** The maximal length of an answer, in bytes. */
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
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<unknown>
  /** Lets it shut down in order; kills it after `milliseconds`. */
  end(milliseconds: number): Promise<void>
}

/** Starts a renderer that listens on `socketPath`; resolves when it does, and throws when it never will. */
export type StartRenderer = (socketPath: string) => Promise<Renderer>
