const made = new WeakMap<RegExp, RegExp>();

/** The same expression for all places in a text: phrases are compiled to find the first one. */
export function globally(expression: RegExp): RegExp {
  const known = made.get(expression) ?? new RegExp(expression.source, 'gu');
  made.set(expression, known);
  return known;
}
