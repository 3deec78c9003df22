'use client'
import type { ReactNode } from 'react'
import { messages } from '@/lib/messages/messages'

interface Props {
  /** Label of the button that removes what exists. */
  takeAway: string
  /** Null where there is nothing to remove. */
  onTakeAway: (() => void) | null
  onClose: () => void
  children?: ReactNode
}

/** The buttons of a panel: apply, remove, cancel. */
export function PanelActs({ takeAway, onTakeAway, onClose, children }: Props) {
  function takeAwayAndClose() {
    onTakeAway?.()
    onClose()
  }
  return (
    <div className="panel-acts">
      {children}
      {onTakeAway && (
        <button type="button" onClick={takeAwayAndClose}>
          {takeAway}
        </button>
      )}
      <button type="button" onClick={onClose}>
        {messages().editing.close}
      </button>
    </div>
  )
}
