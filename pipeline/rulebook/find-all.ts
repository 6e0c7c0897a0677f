/** The same expressions for all places in a text: phrases are compiled to find the first one. */
const made = new WeakMap<RegExp, RegExp>();

/**
 * All that an expression finds in a text, in order, but for finds of nothing. `matchAll` asks for an expression made to
 * find all places and copies it for every text; this makes the one it needs once, which counts where clauses are asked.
 */
export function findAll(expression: RegExp, text: string): RegExpExecArray[] {
  const every = globally(expression);
  const found: RegExpExecArray[] = [];
  every.lastIndex = 0;
  for (let match = every.exec(text); match; match = every.exec(text)) {
    if (match[0] === '') every.lastIndex += 1;
    else found.push(match);
  }
  return found;
}

function globally(expression: RegExp): RegExp {
  if (expression.global) return expression;
  const known = made.get(expression) ?? new RegExp(expression, `${expression.flags}g`);
  made.set(expression, known);
  return known;
}
