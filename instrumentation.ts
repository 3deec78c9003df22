import type { Instrumentation } from 'next'
import { markFailed } from '@/lib/cache/dependencies'

/**
 * Hears of every error that the framework catches while it renders, also of those that a page hides. The answer under
 * way is then not what it should be, so nobody remembers it; the error is logged here, once.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  markFailed()
  if (process.env.NEXT_RUNTIME === 'edge') return
  const { logError } = await import('@/lib/log')
  logError(error, { path: request.path.split('?')[0], route: context.routePath, during: context.routeType })
}
