/** Where an account's contributions are read. */
export const accountPath = (id: number) => `/accounts/${id}`
