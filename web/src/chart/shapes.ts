import type { Link, Mark } from "./geometry.ts";

/** Half the width of a mark. */
const radius = 5;

/** Returns the path of a mark: a disc, or for a part of a period a lozenge. */
export function markPath({ x, y }: Mark, partial: boolean): string {
  const r = partial ? radius + 1.5 : radius;
  if (partial) return `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`;
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

/** Returns the path of an arrow that says: the value lies that way, and how far is not known. */
export function openPath({ x, y, high }: Mark, way: "above" | "below"): string {
  const [from, sign] = way === "above" ? [high - radius - 2, -1] : [y + radius + 2, 1];
  const tip = from + sign * 11;
  return `M${x} ${from}V${tip}M${x - 4} ${tip - sign * 4}L${x} ${tip}L${x + 4} ${tip - sign * 4}`;
}

/** Returns the path of a line from one mark's edge to the other's, so that hollow marks stay hollow. */
export function linkPath({ from, to }: Link): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length <= 2 * radius) return "";
  const [ux, uy] = [(dx / length) * radius, (dy / length) * radius];
  return `M${from.x + ux} ${from.y + uy}L${to.x - ux} ${to.y - uy}`;
}

/** Returns the path of what a value covers: its period, and if it is a range that too. */
export function spanPath({ x, y, from, to, high }: Mark): string {
  return `M${from} ${y}H${to}${high < y ? `M${x} ${y}V${high}` : ""}`;
}
