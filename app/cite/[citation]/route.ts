import { readRequestQuery, readSegments } from '@/lib/input/address'
import { paths, routes } from '@/lib/routes'
import { citationCalled, listCalled } from '@/lib/sharing/cite/citation'
import { loadOrigin } from '@/lib/sharing/loaders'
import { missingAs } from '@/lib/sharing/missing'
import { loadSite } from '@/lib/wiki/site'

/** How an entry, or a list of sources, is named in a bibliography, as a file in the format that the name ends with. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ citation: string }> },
): Promise<Response> {
  const { citation: name } = await readSegments(params)
  const asked = readRequestQuery(request.url, routes.cite)
  const [{ name: wiki }, origin] = await Promise.all([loadSite(), loadOrigin()])
  const citation = (await citationCalled(name, wiki, origin)) ?? (await listCalled(name, asked, wiki, origin))
  if (!citation) return missingAs(name.endsWith('.json') ? 'json' : 'text')
  const { body, mediaType, next } = citation
  const headers = {
    'content-type': `${mediaType}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
    // Where a long list goes on (RFC 8288).
    ...(next !== null && { link: `<${paths.cite(name, { ...asked, after: next })}>; rel="next"` }),
  }
  return new Response(body, { headers })
}
