import { readSegments } from '@/lib/input/address'
import { citationCalled } from '@/lib/sharing/cite/citation'
import { loadOrigin } from '@/lib/sharing/loaders'
import { missingAs } from '@/lib/sharing/missing'
import { loadSite } from '@/lib/wiki/site'

/** How an entry is named in a bibliography, as a file in the format that the name ends with. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ citation: string }> },
): Promise<Response> {
  const { citation: name } = await readSegments(params)
  const [{ name: wiki }, origin] = await Promise.all([loadSite(), loadOrigin()])
  const citation = await citationCalled(name, wiki, origin)
  if (!citation) return missingAs(name.endsWith('.json') ? 'json' : 'text')
  const headers = {
    'content-type': `${citation.mediaType}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
  }
  return new Response(citation.body, { headers })
}
