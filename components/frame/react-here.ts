import { headers } from 'next/headers'
import { ASKED_PATH } from '@/lib/gateway/renderers/asked-path'
import { routeAt } from '@/lib/routes/at-path'

/** Whether React runs on the current page in the browser, as its row of lib/routes.ts says. */
export async function runsReactHere(): Promise<boolean> {
  return routeAt((await headers()).get(ASKED_PATH) ?? '')?.route.runsReact ?? false
}
