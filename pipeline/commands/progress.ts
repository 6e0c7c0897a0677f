import cliProgress from 'cli-progress';

/** Tells on stderr how far a batch is, and the lines that come up meanwhile. */
export interface Progress {
  readonly step: () => void;
  readonly say: (line: string) => void;
  readonly stop: () => void;
}

/** A bar on a terminal, where there is more than one article; lines alone in a pipe. */
export function progress(total: number, quiet: boolean): Progress {
  const plain = (line: string): void => void process.stderr.write(`${line}\n`);
  if (quiet || total < 2 || !process.stderr.isTTY) return { step: () => {}, say: plain, stop: () => {} };
  const bar = new cliProgress.SingleBar({
    format: '{bar} {value}/{total} articles',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(total, 0);
  return {
    step: () => bar.increment(),
    // The bar stands on the last line of the terminal: wipe it, say the line, and let the next step draw it again.
    say: (line) => plain(`\r\u001b[K${line}`),
    stop: () => bar.stop(),
  };
}
