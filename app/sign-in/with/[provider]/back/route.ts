import { answerOutside } from '@/lib/api/outside'
import { readRequestQuery, readSegments } from '@/lib/input/address'
import { routes } from '@/lib/routes'

/** Takes the answer of another site. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ provider: string }> },
): Promise<Response> {
  const { provider } = await readSegments(params)
  return answerOutside(provider, readRequestQuery(request.url, routes.outsideBack), request)
}
