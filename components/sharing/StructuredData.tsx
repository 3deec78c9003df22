import type { Graph } from 'schema-dts'

/**
 * What a page says in words that programs read (JSON-LD 1.1). A block of data is no script: the page's policy needs no
 * hash for it. A `<` would end it, or begin a comment.
 */
export function StructuredData({ data }: { data: Graph }) {
  const __html = JSON.stringify(data).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped above; as a text it would be escaped for HTML
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html }} />
}
