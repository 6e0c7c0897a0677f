/** Colours are for terminals; NO_COLOR (no-color.org) turns them off there, too. */
export function wantsColour(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}
