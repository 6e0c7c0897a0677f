/** For each text, the forms that it holds and none of the others does. */
export function ownForms(texts: readonly string[], forms: readonly string[]): Set<string>[] {
  const own = texts.map(() => new Set<string>());
  for (const form of forms) {
    const holders = texts.flatMap((text, i) => (text.includes(form) ? [i] : []));
    const [only] = holders;
    if (holders.length === 1 && only !== undefined) own[only]?.add(form);
  }
  return own;
}
