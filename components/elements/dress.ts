/**
 * Gives this page the style sheets that another was sent with and this one was not: a reading page holds only those that
 * say something of it. Where sheets are linked, as on pages with forms, they are all there.
 */
export function dress(other: Document): void {
  const sheets = (page: Document) => [...page.querySelectorAll('style')].map((style) => style.textContent)
  const here = new Set(sheets(document))
  if (here.size === 0) return
  for (const text of sheets(other).filter((one) => !here.has(one))) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets.push(sheet)
  }
}
