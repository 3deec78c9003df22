import { messages } from '@/lib/messages/messages'
import { element, xmlDocument } from '@/lib/text/xml'

/** The answer of an address that programs read, where there is nothing: 404, in the format that was asked for. */
export function missingAs(format: 'json' | 'xml' | 'text'): Response {
  const { missing } = messages().sharing
  if (format === 'json') return Response.json({ error: missing }, { status: 404 })
  const body = format === 'xml' ? xmlDocument(element('error', {}, missing)) : missing
  const type = format === 'xml' ? 'application/xml' : 'text/plain; charset=utf-8'
  return new Response(body, { status: 404, headers: { 'content-type': type } })
}
