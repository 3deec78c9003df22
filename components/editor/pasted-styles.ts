import { Extension } from '@tiptap/core'
import { DOMParser } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'

/*
 * Pasted HTML carries meaning in styles: `font-weight: 700` is bold. Parsing such HTML violates the page's content
 * security policy, even in inert documents: the browser reports and drops each style. Styles set by script are allowed.
 * So they are moved to another attribute before parsing and set afterwards.
 */

const ASIDE = 'data-pasted-style'

const STYLE_ELEMENT = /<style\b[^>]*>([\s\S]*?)(?:<\/style\s*>|$)/gi
const START_TAG = /<[a-z][^\s/>]*(?:"[^"]*"|'[^']*'|[^"'<>])*>/gi
const ATTRIBUTE = /([^\s"'<>/=]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))/g

/** Moves styles out of pasted HTML: inline ones into another attribute; style sheets are given separately. */
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

/** Applies the styles to the parsed elements: style sheets first, then inline styles. */
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

/** Keeps the meaning of pasted styles without policy reports. */
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
