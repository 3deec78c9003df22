import { startOutside } from '@/lib/api/outside'
import { readRequestQuery, readSegments } from '@/lib/input/address'
import { routes } from '@/lib/routes'

/** Goes to another site to show who one is there. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ provider: string }> },
): Promise<Response> {
  const { provider } = await readSegments(params)
  return startOutside(provider, readRequestQuery(request.url, routes.outside), request)
}
