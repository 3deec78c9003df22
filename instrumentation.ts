import type { Instrumentation } from 'next'
import { markFailed } from '@/lib/cache/dependencies'

/**
 * Receives every error that the framework catches while it renders, also those that a page hides. The current page is
 * then faulty and must not be cached; the error is logged here, once.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  markFailed()
  if (process.env.NEXT_RUNTIME === 'edge') return
  const { logError } = await import('@/lib/log')
  logError(error, { path: request.path.split('?')[0], route: context.routePath, during: context.routeType })
}
