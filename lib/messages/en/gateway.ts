/** What the gateway itself says, when no renderer can answer. */
export const gateway = {
  400: {
    title: 'Not understood',
    text: 'The address, or what was sent to it, is not written in a way that the wiki understands. If you sent something, go back: your text is still there.',
  },
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
  408: { title: 'Too slow', text: 'The request did not arrive in time. Please try again.' },
  413: {
    title: 'Too long',
    text: 'What you sent is too long for the wiki. Go back: your text is still there.',
  },
  414: { title: 'Not an address', text: 'This address is too long.' },
  417: { title: 'Not possible', text: 'The request expects something that the wiki does not do.' },
  431: { title: 'Too long', text: 'The headers of this request are too long.' },
  501: { title: 'Not possible', text: 'This cannot be done here.' },
  503: {
    title: 'In a moment',
    text: 'The wiki cannot show this right now. Please try again in a few seconds.',
  },
  505: { title: 'Not understood', text: 'The wiki speaks HTTP/1.0 and HTTP/1.1.' },
} as const

/** For a form without JavaScript, sent from a page of another release. */
export const outdatedForm = {
  title: 'The wiki was updated',
  text: 'This form is from before the update. Go back: your text is still there. Copy it, load the page again, and send it from there.',
}
