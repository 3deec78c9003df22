type Undo = () => Promise<void>

const open = new Set<Undo>()

/**
 * Registers how to undo something; the returned function undoes it now. What is still registered when the bench is
 * stopped is undone then.
 */
export function toUndo(undo: Undo): Undo {
  const once = async () => {
    if (open.delete(once)) await undo()
  }
  open.add(once)
  return once
}

/** Undoes what is still registered, the latest first. */
export async function undoEverything(): Promise<void> {
  for (const undo of [...open].reverse()) await undo().catch(() => {})
}
