export interface Paired<A, B> {
  readonly pairs: readonly (readonly [A, B])[];
  readonly left: readonly A[];
  readonly right: readonly B[];
}

/**
 * Pairs members of two lists, the likest first; `likeness` of 0 or less is none. Each is used once; of
 * equally like pairs the earlier in the lists wins, so that the result does not hang on chance.
 */
export function pairGreedily<A, B>(as: readonly A[], bs: readonly B[], likeness: (a: A, b: B) => number): Paired<A, B> {
  const candidates: { readonly a: number; readonly b: number; readonly like: number }[] = [];
  as.forEach((first, a) => {
    bs.forEach((second, b) => {
      const like = likeness(first, second);
      if (like > 0) candidates.push({ a, b, like });
    });
  });
  candidates.sort((x, y) => y.like - x.like || x.a - y.a || x.b - y.b);
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const { a, b } of candidates) {
    if (partner.has(a) || taken.has(b)) continue;
    partner.set(a, b);
    taken.add(b);
  }
  return {
    pairs: as.flatMap((first, a) => {
      const b = partner.get(a);
      return b === undefined ? [] : [[first, bs[b] as B] as const];
    }),
    left: as.filter((_, a) => !partner.has(a)),
    right: bs.filter((_, b) => !taken.has(b)),
  };
}
