import type { ShareChart } from "../../engine/chart.ts";

/** Bars of a share chart at most. */
const most = 32;

/** Steps `from` to `to`, both included, and the share of each name among their winners. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly shares: readonly number[];
}

/** A run of steps cut into at most 32 stretches, as equal in length as can be. */
export function shareStretches({ names, winners, each }: ShareChart): Stretch[] {
  const steps = Math.floor(winners.length / each);
  const count = Math.min(most, steps);
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [Math.floor((i * steps) / count), Math.floor(((i + 1) * steps) / count)];
    const wins = names.map(() => 0);
    let all = 0;
    for (let at = from * each; at < to * each; at++) {
      const winner = winners[at] as number;
      if (winner < 0) continue;
      wins[winner] = (wins[winner] ?? 0) + 1;
      all++;
    }
    return { from: from + 1, to, shares: wins.map((won) => (all > 0 ? won / all : 0)) };
  });
}

/** `generation 1 to 112: minimax 8.5 %, heuristic 91.5 %`. */
export function stretchWords({ x, names }: ShareChart, { from, to, shares }: Stretch): string {
  const said = names.map((name, at) => `${name} ${(100 * (shares[at] ?? 0)).toFixed(1)} %`);
  const where =
    from === to ? `${x} ${from}` : `${x} ${from.toLocaleString("en")} to ${to.toLocaleString("en")}`;
  return `${where}: ${said.join(", ")}`;
}
