/** The few functions of jstat that this project uses; the package brings no types. */
declare module 'jstat' {
  export const jStat: {
    readonly normal: {
      cdf(x: number, mean: number, sd: number): number;
      inv(p: number, mean: number, sd: number): number;
    };
    readonly chisquare: { cdf(x: number, degrees: number): number };
    readonly studentt: { cdf(x: number, degrees: number): number };
  };
}
