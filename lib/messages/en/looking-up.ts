/** Looking up what somebody cites: why it could not be read. */
export const lookingUp = {
  /** By the reason of `lib/outside/outcome.ts`; each says what is done about it. */
  problem: {
    off: 'This wiki looks nothing up. Please fill in what you know.',
    address: 'This address cannot be looked up. Please fill in what you know.',
    inside: 'This address leads to a place that cannot be looked up. Please fill in what you know.',
    unreachable: 'The page did not answer. Please fill in what you know.',
    slow: 'The page took too long. Please fill in what you know.',
    redirects: 'The page leads on and on and never arrives. Check the link, or fill in what you know.',
    login: 'One has to sign in to read this page. Please fill in what you know.',
    later: 'The page is busy and asks to be left alone for a while. Please fill in what you know.',
    gone: 'There is no page at this address any more. Check the link, or fill in what you know.',
    failing: 'The page has a fault of its own at the moment. Please fill in what you know.',
    pdf: 'This is a PDF, which cannot be looked up. Please fill in what you know.',
    'other-type': 'This is a file and not a page. Please fill in what you know.',
  },
  untitled: 'The page does not say what it is called. Please fill in what you know.',
  unknownDoi: 'Nobody knows this DOI. Check it, or fill in what you know.',
  unknownIsbn: 'This ISBN is not in Open Library. Please fill in what you know.',
  wrongIsbn: 'A digit of this ISBN is wrong: its last digit does not fit the others. Check it on the book.',
  tooMany: 'You have looked up very much in a short time. Please fill in what you know.',
}
