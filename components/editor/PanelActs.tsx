'use client'
import type { ReactNode } from 'react'
import { messages } from '@/lib/messages/messages'

interface Props {
  /** What taking away what is there already is called. */
  takeAway: string
  /** Null where there is nothing to take away. */
  onTakeAway: (() => void) | null
  onClose: () => void
  children?: ReactNode
}

/** The end of a panel: what it does, taking away what is there, leaving things as they are. */
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
