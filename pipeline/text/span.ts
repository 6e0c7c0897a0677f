/** The two coordinate systems of zhailu: the text as received, and the repaired text that the stages read. */
export type Space = 'source' | 'text';

/**
 * A half-open range of UTF-16 code units. `S` is a phantom, so that the compiler refuses to mix
 * offsets into the source with offsets into the repaired text.
 */
export interface Span<S extends Space> {
  readonly start: number;
  readonly end: number;
  readonly space?: S;
}

/** Makes a span; throws on a negative length, which is always a bug of the caller. */
export function span<S extends Space>(start: number, end: number): Span<S> {
  if (!(start >= 0 && end >= start)) throw new RangeError(`No span can run from ${start} to ${end}.`);
  return { start, end };
}

/** The smallest span that holds both. */
export function cover<S extends Space>(a: Span<S>, b: Span<S>): Span<S> {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** Whether the two share at least one code unit. */
export function overlaps<S extends Space>(a: Span<S>, b: Span<S>): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` holds all of `inner`. */
export function holds<S extends Space>(outer: Span<S>, inner: Span<S>): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
