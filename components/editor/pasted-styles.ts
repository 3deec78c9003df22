import { Extension } from '@tiptap/core'
import { DOMParser } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'

/*
 * What is pasted says much in styles: `font-weight: 700` is bold. Read as HTML they break the page's policy, which holds
 * for inert documents too: the browser reports each, and drops them. Set by script they break nothing. So they are set
 * aside in the text, and given back to what was made of it.
 */

const ASIDE = 'data-pasted-style'

const STYLE_ELEMENT = /<style\b[^>]*>([\s\S]*?)(?:<\/style\s*>|$)/gi
const START_TAG = /<[a-z][^\s/>]*(?:"[^"]*"|'[^']*'|[^"'<>])*>/gi
const ATTRIBUTE = /([^\s"'<>/=]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))/g

/** Takes the styles out of pasted HTML: those of elements wait in another attribute, style sheets are given by themselves. */
export function setStylesAside(pasted: string): { html: string; sheets: string[] } {
  const sheets: string[] = []
  const html = pasted
    .replace(STYLE_ELEMENT, (_, sheet: string) => {
      sheets.push(sheet)
      return ''
    })
    .replace(START_TAG, (tag) =>
      tag.replace(ATTRIBUTE, (whole, name: string, value: string) =>
        name.toLowerCase() === 'style' ? ASIDE + value : whole,
      ),
    )
  return { html, sheets }
}

/** Gives elements their styles: first what the sheets say of them, then their own. */
function giveStylesBack(dom: ParentNode, sheets: string[]): void {
  for (const sheet of sheets) for (const rule of rulesOf(sheet)) applyTo(dom, rule)
  for (const element of dom.querySelectorAll<HTMLElement>(`[${ASIDE}]`)) {
    element.style.cssText += element.getAttribute(ASIDE) ?? ''
    element.removeAttribute(ASIDE)
  }
}

function rulesOf(sheet: string): CSSStyleRule[] {
  const read = new CSSStyleSheet()
  read.replaceSync(sheet)
  return [...read.cssRules].filter((rule) => rule instanceof CSSStyleRule)
}

function applyTo(dom: ParentNode, { selectorText, style }: CSSStyleRule): void {
  for (const element of dom.querySelectorAll<HTMLElement>(selectorText))
    element.style.cssText += style.cssText
}

/** Pasted styles mean what they meant, and nothing is reported. */
export const PastedStyles = Extension.create({
  name: 'pastedStyles',

  addProseMirrorPlugins() {
    const parser = DOMParser.fromSchema(this.editor.schema)
    let waiting: string[] = []
    const clipboardParser = Object.create(parser, {
      parseSlice: {
        value: (dom: HTMLElement, options: Parameters<DOMParser['parseSlice']>[1]) => {
          giveStylesBack(dom, waiting)
          waiting = []
          return parser.parseSlice(dom, options)
        },
      },
    }) as DOMParser
    return [
      new Plugin({
        key: new PluginKey('pastedStyles'),
        props: {
          clipboardParser,
          transformPastedHTML(pasted) {
            const { html, sheets } = setStylesAside(pasted)
            waiting = sheets
            return html
          },
        },
      }),
    ]
  },
})
