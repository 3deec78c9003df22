const number = new Intl.NumberFormat('en')

/** Pictures: their own page, their list, and how they are shown on others. */
export const files = {
  one: 'Picture',
  all: 'Pictures',
  allLead: 'The pictures of this wiki. Each has its author and licence, and is uploaded once for every page.',
  numbered: (number: number) => `Picture ${number}`,
  add: 'Add a picture',
  empty: 'No pictures yet.',
  missing: (number: string) => `There is no picture ${number}.`,
  missingHelp: 'It may have been deleted, or the number is mistyped.',
  licences: {
    'cc-by-sa-4.0': {
      name: 'CC BY-SA 4.0',
      means: 'Everybody may use and change it, if they name the author and share it in the same way.',
    },
    'cc-by-4.0': {
      name: 'CC BY 4.0',
      means: 'Everybody may use and change it, if they name the author.',
    },
    'cc0-1.0': {
      name: 'CC0 1.0',
      means: 'Its author asks for nothing: everybody may do with it what they want.',
    },
    'public-domain': {
      name: 'Public domain',
      means: 'It is so old, or of such a kind, that nobody has rights in it.',
    },
    quotation: {
      name: 'Quotation',
      means: 'It belongs to somebody else, and is shown here because the text is about it. Say why.',
    },
    'not-stated': {
      name: 'Licence not stated',
      means: 'You do not know. Moderators may ask you, and a picture without a licence may be taken out.',
    },
  },
  quotation: (because: string) => `Quotation, because ${because}`,
  crop: (x: number, y: number, width: number, height: number) =>
    `${width} × ${height} pixels, from ${x} to the right and ${y} down`,
  focus: (x: number, y: number) => `${x} % from the left, ${y} % from the top`,
  size: (width: number, height: number) => `${number.format(width)} × ${number.format(height)} pixels`,
  details: {
    author: 'Made by',
    licence: 'Licence',
    source: 'From',
    size: 'Size',
  },
  unknownAuthor: 'not known',
  bytes: (bytes: number) =>
    bytes < 1_000_000
      ? `${number.format(Math.ceil(bytes / 1000))} kB`
      : `${number.format(Math.round(bytes / 100_000) / 10)} MB`,
  whole: 'The whole picture',
  usedOn: 'Used on',
  notUsed: 'On no page yet.',
  allUses: 'All pages that use it',
  gone: 'A picture that is not here any more.',
  inText: {
    label: 'Picture',
    hint: 'Words for what it shows, or its number',
    nothing: 'No picture of this wiki has these words.',
    place: 'Where',
    places: {
      plain: 'in the text',
      left: 'on the left',
      right: 'on the right',
      wide: 'as wide as the text',
    },
    caption: 'Caption',
    remove: 'Remove the picture',
    uploadNew: 'Upload a new one',
  },
  form: {
    edit: 'Edit this picture',
    noScript: 'Adding and changing pictures needs JavaScript. Without it you can look at all of them.',
    new: 'Add a picture',
    intro: 'Say what it shows and whose it is: that is all it takes.',
    picture: 'The picture',
    choose: 'Choose a picture',
    chooseAnother: 'Choose another picture',
    cancel: 'Stop',
    preview: 'The picture that you have chosen',
    signIn: 'Who uploads a picture has an account.',
    sending: 'Sending the picture',
    sent: (perCent: number) => `Sending … ${perCent} %`,
    looking: 'It is all there. The wiki looks at it …',
    done: 'The picture is here.',
    firstFrameOnly: 'Moving pictures are shown still: the first picture of yours was kept.',
    alike: 'This picture is here already, or one that looks like it. If it is the same, use that one:',
    framingMore: 'Show only a part, or say which point stays in sight',
    alternative: 'What does it show?',
    gate: 'The picture is closed',
    author: 'Who made it?',
    licence: 'May it be shown here?',
    because: 'Because …',
    source: 'Where is it from?',
    framing: 'Part that is shown',
    wholePicture: 'The whole picture',
    shapes: { square: 'Square', wide: 'Wide', tall: 'Tall' },
    part: { x: 'From the left edge', y: 'From the top edge', width: 'Width', height: 'Height' },
    fromLeft: 'Point in sight: per cent from the left',
    fromTop: 'Point in sight: per cent from the top',
    note: 'Editor’s note',
    hints: {
      picture: 'JPEG, PNG, WebP, AVIF or GIF, up to 20 MB. Where and with what it was taken is not kept.',
      alternative:
        'For those who do not see it: who is in it, doing what, where. One sentence, without “a picture of”.',
      author: 'The photographer’s or artist’s name, or yours',
      because: 'it shows the scene that the page is about',
      source: 'A web address, or words: “my own photo, Leeds, May 2024”',
      framing:
        'Press the point that matters most: it stays in sight where the picture is cut to fit. Choose a part if the edges do not belong to it.',
      note: 'Shown on the picture’s own page only',
    },
  },
  credit: { by: 'Picture:', licence: 'Licence' },
}
