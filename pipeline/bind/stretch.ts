/** The first and the last place of the stretch around `i` in which each place is joined to the one before it. */
export function stretchAround(i: number, joined: (place: number) => boolean): { first: number; last: number } {
  let first = i;
  while (joined(first)) first -= 1;
  let last = i;
  while (joined(last + 1)) last += 1;
  return { first, last };
}
