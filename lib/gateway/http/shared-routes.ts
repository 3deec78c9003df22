import type { IncomingMessage, ServerResponse } from 'node:http'
import { SAVED_COOKIE, verifyEvent } from '@/lib/cache/saved'
import type { Page } from '@/lib/gateway/cache/rendered'
import { type createSharedPages, RenderFailedError } from '@/lib/gateway/cache/shared-pages'
import { PROGRESS_COOKIE } from '@/lib/progress/progress'
import type { Reader } from '@/lib/progress/reader'
import { TooBusyError } from '@/lib/rate-limit/limiter'
import { cookieOf } from './cookie'
import type { Listener } from './listener'
import type { Readers } from './readers'
import { PRIVATE_CACHING, SHARED_CACHING, sendPage, sendRefusal } from './send'

type SharedPages = ReturnType<typeof createSharedPages>

/** What was asked for: the canonical target, and whether it shows to each reader what is open to them. */
interface Asked {
  target: string
  obeysProgress: boolean
}

/**
 * Answers GET and HEAD on shared routes with finished bytes, for who has said how far they are with those of their place;
 * a visitor who has just saved waits for that event.
 */
export function createSharedRoutes(options: {
  pages: SharedPages
  caching: string
  listener?: Listener
  readers?: Readers
  secret: string
}) {
  function send(req: IncomingMessage, res: ServerResponse, page: Page, reader: Reader | null): void {
    const isTheirs = reader !== null && page.named.length > 0
    sendPage(
      req,
      res,
      page,
      isTheirs ? PRIVATE_CACHING : page.status === 200 ? options.caching : SHARED_CACHING,
    )
  }

  return {
    /** Answers from the cache, as most requests are; false when a render or an event has to be waited for. */
    answerFromMemory(req: IncomingMessage, res: ServerResponse, { target, obeysProgress }: Asked): boolean {
      const { cookie } = req.headers
      if (!isReading(req) || cookie?.includes(SAVED_COOKIE)) return false
      const said =
        obeysProgress && cookie?.includes(PROGRESS_COOKIE) ? cookieOf(req, PROGRESS_COOKIE) : undefined
      const reader = said ? options.readers?.remembered(said) : null
      if (reader === undefined) return false
      const page = options.pages.remembered(target, reader)
      if (page) send(req, res, page, reader)
      return page !== null
    },

    async answer(req: IncomingMessage, res: ServerResponse, { target, obeysProgress }: Asked): Promise<void> {
      if (!isReading(req)) return sendRefusal(req, res, 405, { allow: 'GET, HEAD' })
      const saved = verifyEvent(cookieOf(req, SAVED_COOKIE), options.secret)
      if (saved !== null) await options.listener?.waitForEvent(saved)
      const said = obeysProgress ? cookieOf(req, PROGRESS_COOKIE) : undefined
      const reader = (await options.readers?.of(said)) ?? null
      try {
        send(req, res, await options.pages.page(target, reader), reader)
      } catch (error) {
        if (!(error instanceof TooBusyError || error instanceof RenderFailedError)) throw error
        sendRefusal(req, res, 503)
      }
    },
  }
}

const isReading = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD'
