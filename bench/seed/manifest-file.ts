/** The name of the file in which a made-up wiki says where everything stands. */
export const MANIFEST = 'made-up-wiki.json'
