/** Under this name the browser keeps that a reader wants no key of one character (WCAG 2.2, 2.1.4). */
export const SLASH_IS_OFF = 'loreleaf-slash-off'
