/** Adds a style sheet to the page, once, for what is shown only when a reader asks for it. */
export function adopt(styles: string): void {
  if (adopted.has(styles)) return
  adopted.add(styles)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  document.adoptedStyleSheets.push(sheet)
}

const adopted = new Set<string>()
