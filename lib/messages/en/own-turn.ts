/** What needs the author, in words: "1 needs a change, 2 were not accepted". Empty where nothing does. */
export function ownTurn({
  changesRequested,
  declined,
}: {
  changesRequested: number
  declined: number
}): string {
  const parts = [
    changesRequested > 0 && `${changesRequested} ${changesRequested === 1 ? 'needs' : 'need'} a change`,
    declined > 0 && `${declined} ${declined === 1 ? 'was' : 'were'} not accepted`,
  ]
  return parts.filter(Boolean).join(', ')
}
