const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`

/** Sending a picture: what happens to it, and why it is not taken. */
export const uploads = {
  empty: 'This file is empty. Choose another one.',
  tooLarge: (bytes: number, most: number) =>
    `This file has ${megabytes(bytes)}, and ${megabytes(most)} fit. Make it smaller, or choose another one.`,
  ticket: {
    unknown: 'This upload is not known here. Choose the file again.',
    expired: 'This upload was begun more than an hour ago. Choose the file again.',
    ofAnother: 'This upload belongs to another account. Choose the file again.',
    used: 'This upload is complete. Choose the file again to send another one.',
  },
  offset: {
    missing: 'The request must say in Upload-Offset from which byte on it sends.',
    other: (there: number) => `${there} bytes are there: go on from there.`,
    tooMuch: (bytes: number) =>
      `More bytes came than the ${bytes} that were announced. Choose the file again.`,
  },
  tooSlow: 'The file did not come fast enough. What is there is kept: send the rest.',
  busy: 'Many files are being sent right now. Yours waits a moment.',
  full: 'The wiki has no room for files left. Nothing was kept. Try again later.',
  storeAway: 'The wiki cannot store files right now. Yours is kept, and stored as soon as that works again.',
  working: 'The file is there and is being looked at.',
  open: 'This file is not there yet, or not yet stored.',
  refused: {
    not_a_picture: 'This is no picture that the wiki can show. Choose a JPEG, PNG, WebP, AVIF or GIF file.',
    too_many_pixels: 'This picture has more than 40 million pixels. Make it smaller.',
    too_many_frames: 'This moving picture has too many frames. Choose a still one.',
    damaged: 'This picture is damaged or cut off. Open it on your device, save it again, and send that.',
    too_long: 'This picture takes too long to read. Save it again as a JPEG, and send that.',
    too_large: 'This picture is too large once it is read. Make it smaller.',
    too_much_memory: 'This picture takes too much memory to read. Make it smaller.',
    erased: 'This picture, or one that looks the same, was erased from this wiki. It cannot come back.',
    closed: 'You have begun newer uploads since, and this one was closed. Choose the file again.',
  },
  lost: 'The connection was lost. The file is sent on as soon as it is back.',
  stopped: 'The file could not be sent. Check your connection and choose it again.',
} as const
