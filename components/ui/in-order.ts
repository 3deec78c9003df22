/** Each item with its place, which can be its key: on a page that was rendered once, nothing changes places. */
export const inOrder = <T>(items: readonly T[]) => items.map((item, place) => ({ item, place }))
