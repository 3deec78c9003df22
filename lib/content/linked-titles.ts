/**
 * The titles by which links in a content name pages, as they are spelled, in the order in which they stand there; nothing
 * from inside a closed passage. For content of any kind and version, of bounded depth.
 */
export function* linkedTitles(content: unknown): Generator<string> {
  if (Array.isArray(content)) {
    for (const one of content) yield* linkedTitles(one)
    return
  }
  if (typeof content !== 'object' || content === null) return
  const { type, attrs } = content as { type?: unknown; attrs?: { title?: unknown } }
  if (type === 'spoiler') return
  if (type === 'wikiLink' && typeof attrs?.title === 'string') yield attrs.title
  else yield* linkedTitles(Object.values(content))
}
