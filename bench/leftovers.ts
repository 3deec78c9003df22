type Undo = () => Promise<void>

const open = new Set<Undo>()

/** Remembers how to undo something; what it gives undoes it now. Whatever is still open when the bench is stopped is undone then. */
export function toUndo(undo: Undo): Undo {
  const once = async () => {
    if (open.delete(once)) await undo()
  }
  open.add(once)
  return once
}

/** Undoes whatever is still open, the latest first. */
export async function undoEverything(): Promise<void> {
  for (const undo of [...open].reverse()) await undo().catch(() => {})
}
