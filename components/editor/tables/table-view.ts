import type { NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import { messages } from '@/lib/messages/messages'

/** A table in the editor: its caption above it, in its own scroll container. */
export class TableView implements NodeView {
  readonly dom = document.createElement('div')
  readonly contentDOM = document.createElement('tbody')
  private readonly caption = document.createElement('input')

  constructor(private readonly props: Pick<NodeViewRendererProps, 'node' | 'view' | 'getPos'>) {
    const { tables } = messages()
    this.dom.className = 'table-edit'
    this.caption.type = 'text'
    this.caption.className = 'table-caption'
    this.caption.placeholder = tables.caption
    this.caption.setAttribute('aria-label', tables.caption)
    this.caption.value = props.node.attrs.caption ?? ''
    this.caption.addEventListener('input', () => this.keepCaption())
    this.caption.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return
      event.preventDefault()
      props.view.focus()
    })
    const box = document.createElement('div')
    box.className = 'table-box'
    const table = document.createElement('table')
    table.append(this.contentDOM)
    box.append(table)
    this.dom.append(this.caption, box)
  }

  private keepCaption() {
    const position = this.props.getPos()
    if (position === undefined) return
    const { view } = this.props
    view.dispatch(view.state.tr.setNodeAttribute(position, 'caption', this.caption.value.trim() || null))
  }

  update(node: Node): boolean {
    if (node.type !== this.props.node.type) return false
    // Do not overwrite what is being typed: a trailing space is not part of the stored caption, yet.
    const caption = node.attrs.caption ?? ''
    if (this.caption.value.trim() !== caption) this.caption.value = caption
    return true
  }

  stopEvent(event: Event): boolean {
    return event.target === this.caption
  }

  ignoreMutation({ target }: ViewMutationRecord): boolean {
    return target !== this.contentDOM && !this.contentDOM.contains(target)
  }
}
