import { SaxesParser } from 'saxes'

/** An element of a parsed document: its children that are elements, and its text with theirs. */
export interface Parsed {
  name: string
  /** The namespace in which it is. */
  uri: string
  attributes: Record<string, string>
  children: Parsed[]
  text: string
}

/** Parses XML as strictly as the standard says. Throws at the first thing that is not well-formed. */
export function parseXml(xml: string): Parsed {
  const parser = new SaxesParser({ xmlns: true })
  const open: Parsed[] = [{ name: '', uri: '', attributes: {}, children: [], text: '' }]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value])
    const found = { name: local, uri, attributes: Object.fromEntries(values), children: [], text: '' }
    open.at(-1)?.children.push(found)
    open.push(found)
  })
  parser.on('text', (text) => {
    for (const one of open) one.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  const root = open[0]?.children[0]
  if (!root) throw new Error('the document is empty')
  return root
}

/** The texts of the children of that name. */
export const textsIn = ({ children }: Parsed, name: string): string[] =>
  children.flatMap((child) => (child.name === name ? child.text : []))
