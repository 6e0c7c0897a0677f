import { median } from './table.js';

/** Adds up the time of each named thing in a round, and tells the median over the rounds. */
export class Stopwatch {
  private rounds: Map<string, number>[] = [];

  nextRound(): void {
    this.rounds.push(new Map());
  }

  /** Forgets the rounds so far, which were for warming up. */
  clear(): void {
    this.rounds = [];
  }

  time<T>(name: string, run: () => T): T {
    const began = performance.now();
    const result = run();
    const round = this.rounds.at(-1);
    round?.set(name, (round.get(name) ?? 0) + performance.now() - began);
    return result;
  }

  names(): string[] {
    return [...(this.rounds[0]?.keys() ?? [])];
  }

  median(name: string): number {
    return median(this.rounds.map((round) => round.get(name) ?? 0));
  }
}
