import { readRequestQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { loadOrigin } from '@/lib/sharing/loaders'
import { missingAs } from '@/lib/sharing/missing'
import { oembedOf, oembedXml } from '@/lib/sharing/oembed'
import { loadSite } from '@/lib/wiki/site'

/** How to show an address of this wiki on another site (oEmbed 1.0); 501 for a format that is none. */
export async function GET(request: Request): Promise<Response> {
  const { format = 'json', ...asked } = readRequestQuery(request.url, routes.oembed)
  if (format !== 'json' && format !== 'xml')
    return new Response(messages().sharing.noFormat, {
      status: 501,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  const [{ name }, origin] = await Promise.all([loadSite(), loadOrigin()])
  const answer = await oembedOf(asked, name, origin)
  if (!answer) return missingAs(format)
  if (format === 'json') return Response.json(answer)
  return new Response(oembedXml(answer), { headers: { 'content-type': 'text/xml; charset=utf-8' } })
}
