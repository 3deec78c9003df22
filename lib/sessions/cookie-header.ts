interface Cookie {
  name: string
  value: string
  options: { path: string; maxAge: number; httpOnly: boolean; sameSite: 'lax'; secure: boolean }
}

/** The value of a `Set-Cookie` header (RFC 6265 §4.1), for answers that are made outside of the framework's forms. */
export const cookieHeader = ({ name, value, options }: Cookie): string =>
  [
    `${name}=${value}`,
    `Path=${options.path}`,
    `Max-Age=${options.maxAge}`,
    ...(options.httpOnly ? ['HttpOnly'] : []),
    'SameSite=Lax',
    ...(options.secure ? ['Secure'] : []),
  ].join('; ')
