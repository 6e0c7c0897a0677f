/** The node from which every word begins; no edge leads to it. */
export const root = 0;

/**
 * The words of a lexicon letter by letter: nodes are numbers, and the edges between them stand in one hash table. It is
 * asked at every character of a text, where a table of numbers answers several times faster than a map of objects each.
 */
export class Trie<Value> {
  /** What stands at each node, if anything. */
  private readonly values: (Value | undefined)[] = [undefined];
  private slots = 2 ** 12;
  private from = new Int32Array(this.slots);
  private codes = new Uint16Array(this.slots);
  private to = new Int32Array(this.slots);

  /** The same edges from the root once more by code unit: it is asked for at every character. */
  private readonly firsts = new Int32Array(2 ** 16);

  /** Where the edge of a code unit leads from the root; the root if there is none. */
  first(code: number): number {
    return this.firsts[code] as number;
  }

  /** Where the edge of a code unit leads from a node; the root if there is none. */
  child(node: number, code: number): number {
    return this.to[this.slotOf(node, code)] as number;
  }

  /** What stands at a node. */
  valueAt(node: number): Value | undefined {
    return this.values[node];
  }

  /** Adds a word; returns the value that it already has, if any, and then leaves it that one. */
  add(word: string, value: Value): Value | undefined {
    let node = root;
    for (let at = 0; at < word.length; at += 1) node = this.step(node, word.charCodeAt(at));
    const owner = this.values[node];
    this.values[node] ??= value;
    return owner;
  }

  private step(node: number, code: number): number {
    const known = this.child(node, code);
    if (known !== root) return known;
    if (this.values.length * 4 > this.slots) this.grow();
    const next = this.values.push(undefined) - 1;
    this.put(node, code, next);
    if (node === root) this.firsts[code] = next;
    return next;
  }

  /** The slot of an edge, or the free one where it belongs. */
  private slotOf(node: number, code: number): number {
    const { from, codes, to } = this;
    const last = this.slots - 1;
    let slot = ((Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 14) & last;
    while (to[slot] !== root && (from[slot] !== node || codes[slot] !== code)) slot = (slot + 1) & last;
    return slot;
  }

  private put(node: number, code: number, to: number): void {
    const slot = this.slotOf(node, code);
    this.from[slot] = node;
    this.codes[slot] = code;
    this.to[slot] = to;
  }

  /** Twice as many slots: where most of them are free, an edge is nearly always found at once. */
  private grow(): void {
    const { from, codes, to } = this;
    this.slots *= 2;
    this.from = new Int32Array(this.slots);
    this.codes = new Uint16Array(this.slots);
    this.to = new Int32Array(this.slots);
    for (const [slot, node] of to.entries())
      if (node !== root) this.put(from[slot] as number, codes[slot] as number, node);
  }
}
