/**
 * A run of characters of one font. Lengths are points on the upright page: x from its left edge to the right,
 * y from its top edge downwards.
 */
export interface Item {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** The font's size. */
  readonly size: number;
  /** Whether its width is a guess, because the font's own cannot be true. */
  readonly estimated?: boolean;
  /** How the characters stand to the line that they belong to, where that is not on it. */
  readonly raised?: 'above' | 'below' | undefined;
}

/** A page as its items, with what had to be left out. */
export interface PageItems {
  readonly number: number;
  /** Size of the upright page in points. */
  readonly width: number;
  readonly height: number;
  /** Quarter turns, clockwise, that bring the page as it is displayed to where its text is upright. */
  readonly turns: 0 | 1 | 2 | 3;
  readonly items: readonly Item[];
  /** Texts that run across the others, such as watermarks. */
  readonly askew: readonly string[];
}

/** Left, top, right and bottom of something on an upright page, in points. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The rectangle that a run of an item takes; ascenders and descenders as CJK fonts have them. */
export function rectangleOf({ left, right, baseline, size }: Item): Rectangle {
  return { left, right, top: baseline - 0.86 * size, bottom: baseline + 0.14 * size };
}

/** Whether this is a Han character or radical, of whatever block. */
export function isHan(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0x2e80 && code <= 0x2fdf);
}
