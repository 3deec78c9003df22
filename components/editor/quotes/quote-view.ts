import type { NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import { messages } from '@/lib/messages/messages'

/** A quotation in the editor: its words, and below them the field for whose they are. */
export class QuoteView implements NodeView {
  readonly dom = document.createElement('blockquote')
  readonly contentDOM = document.createElement('div')
  private readonly by = document.createElement('input')

  constructor(private readonly props: Pick<NodeViewRendererProps, 'node' | 'view' | 'getPos'>) {
    const texts = messages().facts.quotation
    this.by.type = 'text'
    this.by.className = 'quote-by'
    this.by.maxLength = 300
    this.by.placeholder = texts.by
    this.by.setAttribute('aria-label', texts.by)
    this.by.value = props.node.attrs.by ?? ''
    this.by.addEventListener('input', () => this.keep())
    this.by.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return
      event.preventDefault()
      props.view.focus()
    })
    this.dom.append(this.contentDOM, this.by)
  }

  private keep() {
    const position = this.props.getPos()
    if (position === undefined) return
    const { view } = this.props
    view.dispatch(view.state.tr.setNodeAttribute(position, 'by', this.by.value.trim() || null))
  }

  update(node: Node): boolean {
    if (node.type !== this.props.node.type) return false
    // Do not overwrite what is being typed: a trailing space is not stored, yet.
    const by = node.attrs.by ?? ''
    if (this.by.value.trim() !== by) this.by.value = by
    return true
  }

  stopEvent(event: Event): boolean {
    return event.target === this.by
  }

  ignoreMutation({ target }: ViewMutationRecord): boolean {
    return target !== this.contentDOM && !this.contentDOM.contains(target)
  }
}
