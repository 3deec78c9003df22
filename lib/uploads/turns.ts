interface Turn {
  end: () => void
  ended: Promise<void>
}

/**
 * Lets one connection have an upload at a time: the newest. A phone that lost its connection comes back before the old
 * one is known to be dead, so whoever asks ends the one before.
 */
export function createTurns() {
  const running = new Map<string, Turn>()

  return {
    /** Ends who has the upload, and waits until nothing is written any more. */
    async free(uploadId: string): Promise<void> {
      const turn = running.get(uploadId)
      turn?.end()
      await turn?.ended
    },

    /** Does `work` as the only one who has the upload; `end` is called when another one comes. */
    async take<T>(uploadId: string, end: () => void, work: () => Promise<T>): Promise<T> {
      // Of several who wait, one is first; the others have to look again.
      for (let turn = running.get(uploadId); turn; turn = running.get(uploadId)) {
        turn.end()
        await turn.ended
      }
      let done = () => {}
      const ended = new Promise<void>((resolve) => {
        done = resolve
      })
      running.set(uploadId, { end, ended })
      try {
        return await work()
      } finally {
        running.delete(uploadId)
        done()
      }
    },
  }
}
