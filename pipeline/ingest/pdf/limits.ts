/** What one PDF may cost; more than any article has. */
export const limits = {
  /** Pages that are read in one go. */
  pages: 500,
  /** Pieces of text on one page. */
  items: 50_000,
  /** Milliseconds for the whole document. */
  milliseconds: 120_000,
  /** Bytes by which the process may grow, and bytes of the worker's heap. */
  memory: 1024 * 2 ** 20,
} as const;
