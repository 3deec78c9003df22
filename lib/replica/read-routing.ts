import http, { type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { endOfLog } from '@/db/postgres/replica/position'
import { hasReplica, readingAtLeast } from '@/db/postgres/replica/reading-at-least'
import { SAVED_COOKIE } from '@/lib/cache/saved'
import { routeAt } from '@/lib/routes/at-path'

/**
 * Everything that the gateway and the renderers know of a replica: the gateway has `freshnessProbe` asked after each
 * reading of changes, keeps its answer, and sends it along as the headers of `createReadRouting`; a renderer answers
 * through `replicaReading`. What the answer holds is nobody else's business. Without a replica nothing is asked, sent
 * or entered.
 */

/** Tells how far a replica must be to be read from. No visitor's header by this name gets past the gateway. */
const POSITION_HEADER = 'x-loreleaf-position'

/** What to ask on the connection that has just read changes, so that its answer covers them; nothing without a replica. */
export const freshnessProbe = () => (hasReplica() ? endOfLog : undefined)

export type ReadRouting = ReturnType<typeof createReadRouting>

/** Decides, as each request begins, what a renderer is told; `freshness` is the probe's newest answer that is relied on. */
export function createReadRouting(freshness: () => string | null) {
  function toReplica(): OutgoingHttpHeaders {
    const position = freshness()
    return position === null ? {} : { [POSITION_HEADER]: position }
  }
  return {
    /** The headers of a render for everybody. */
    ofSharedRender: toReplica,

    /**
     * The headers of one visitor's request: only what shows nothing but what is published may be read from a replica,
     * and not by who has just saved, who may know of something that this gateway has not received yet.
     */
    ofVisit(req: IncomingMessage, target: string): OutgoingHttpHeaders {
      const isReading = req.method === 'GET' || req.method === 'HEAD'
      const mayBeBehind =
        routeAt(target)?.route.showsOnlyPublished && !req.headers.cookie?.includes(SAVED_COOKIE)
      return isReading && mayBeBehind ? toReplica() : {}
    },
  }
}

/** Answers a request, maybe twice: each attempt is given a request of its own, since the framework writes on them. */
export type ReplicaReading = <T>(
  work: (asked: IncomingMessage) => Promise<T>,
  isFailed: (result: T) => boolean,
) => Promise<T>

/**
 * Takes from a request what the gateway said of it, and gives how to answer from the replica: `work` is done there once
 * it is far enough, and on the primary otherwise, or when it failed there. Null when only the primary may be read.
 */
export function replicaReading(req: IncomingMessage): ReplicaReading | null {
  const position = req.headers[POSITION_HEADER]
  delete req.headers[POSITION_HEADER]
  if (position === undefined) return null
  return (work, isFailed) => readingAtLeast(String(position), () => work(copied(req)), isFailed)
}

/** The same request without a body, untouched. */
function copied({ socket, method, url, httpVersion, rawHeaders, headers }: IncomingMessage): IncomingMessage {
  const copy = Object.assign(new http.IncomingMessage(socket), {
    method,
    url,
    httpVersion,
    rawHeaders,
    complete: true,
  })
  Object.assign(copy.headers, headers)
  copy.push(null)
  return copy
}
