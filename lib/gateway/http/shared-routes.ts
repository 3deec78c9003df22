import type { IncomingMessage, ServerResponse } from 'node:http'
import { SAVED_COOKIE, verifyEvent } from '@/lib/cache/saved'
import { type createSharedPages, RenderFailedError } from '@/lib/gateway/cache/shared-pages'
import { TooBusyError } from '@/lib/rate-limit/limiter'
import { cookieOf } from './cookie'
import type { Listener } from './listener'
import { SHARED_CACHING, sendPage, sendRefusal } from './send'

type SharedPages = ReturnType<typeof createSharedPages>

/** Answers GET and HEAD on shared routes with finished bytes; a visitor who has just saved waits for that event. */
export function createSharedRoutes(options: {
  pages: SharedPages
  caching: string
  listener?: Listener
  secret: string
}) {
  const send = (req: IncomingMessage, res: ServerResponse, page: Parameters<typeof sendPage>[2]) =>
    sendPage(req, res, page, page.status === 200 ? options.caching : SHARED_CACHING)

  return {
    /** Answers from the cache, as most requests are; false when a render or an event has to be waited for. */
    answerFromMemory(req: IncomingMessage, res: ServerResponse, target: string): boolean {
      if (!isReading(req) || req.headers.cookie?.includes(SAVED_COOKIE)) return false
      const page = options.pages.remembered(target)
      if (page) send(req, res, page)
      return page !== null
    },

    async answer(req: IncomingMessage, res: ServerResponse, target: string): Promise<void> {
      if (!isReading(req)) return sendRefusal(req, res, 405, { allow: 'GET, HEAD' })
      const saved = verifyEvent(cookieOf(req, SAVED_COOKIE), options.secret)
      if (saved !== null) await options.listener?.waitForEvent(saved)
      try {
        send(req, res, await options.pages.page(target))
      } catch (error) {
        if (!(error instanceof TooBusyError || error instanceof RenderFailedError)) throw error
        sendRefusal(req, res, 503)
      }
    },
  }
}

const isReading = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD'
