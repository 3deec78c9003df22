/** What the front door itself says, when nothing behind it can. */
export const door = {
  400: { title: 'Not an address', text: 'This address is not spelled in a way that the wiki understands.' },
  401: {
    title: 'Not for everybody',
    text: 'Say who you are: the request must name the token that was set for this page.',
  },
  403: {
    title: 'Not from here',
    text: 'This request did not come from a page of this wiki. Open the page again and retry from there.',
  },
  404: { title: 'Nothing here', text: 'There is nothing at this address.' },
  405: { title: 'Not possible', text: 'This cannot be done at this address.' },
  413: {
    title: 'Too long',
    text: 'What you sent is too long for the wiki. Go back: your text is still there.',
  },
  414: { title: 'Not an address', text: 'This address is too long.' },
  501: { title: 'Not possible', text: 'This cannot be done here.' },
  503: {
    title: 'In a moment',
    text: 'The wiki cannot show this right now. Please try again in a few seconds.',
  },
} as const
