/** A generator of numbers in [0, 1) that gives the same ones for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A PDF with damage: bytes flipped, the rest cut off, or objects gone. The same for the same seed. */
export function damaged(pdf: Uint8Array, seed: number): Uint8Array {
  const next = random(seed);
  const kinds = [flipped, cutOff, withoutObjects];
  const damage = kinds[seed % kinds.length] ?? flipped;
  return damage(pdf, next);
}

function flipped(pdf: Uint8Array, next: () => number): Uint8Array {
  const bytes = Uint8Array.from(pdf);
  const count = 1 + Math.floor(next() ** 3 * 400);
  for (let i = 0; i < count; i += 1) {
    const at = Math.floor(next() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(next() * 8));
  }
  return bytes;
}

/** Half of them end in the mark of a whole file, or the first look would tell. */
function cutOff(pdf: Uint8Array, next: () => number): Uint8Array {
  const kept = pdf.subarray(0, Math.floor(next() * pdf.length));
  return next() < 0.5 ? kept : Buffer.concat([kept, Buffer.from('\n%%EOF\n')]);
}

function withoutObjects(pdf: Uint8Array, next: () => number): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const share = next() ** 2 * 0.3;
  const kept = text.replace(/\n\d+ 0 obj\b[\s\S]*?endobj/gu, (object) =>
    next() < share ? ' '.repeat(object.length) : object,
  );
  return Buffer.from(kept, 'latin1');
}
