import type { SeriesFigure } from "./series.ts";

type ChartScript = Pick<typeof import("../chart/chart.ts"), "showChart">;

/** The chart's script by its address: asked for once a page. */
const scripts = new Map<string, Promise<ChartScript>>();

/** Draws the charts of series, loading the script for it when the first one is there to be seen. */
export async function drawCharts(figures: readonly SeriesFigure[], scriptURL: string | null): Promise<void> {
  if (figures.length === 0 || !scriptURL) return;
  const { showChart } = await load(scriptURL);
  for (const { plot, data } of figures) showChart(plot, data);
}

function load(url: string): Promise<ChartScript> {
  const loading = scripts.get(url) ?? (import(url) as Promise<ChartScript>);
  scripts.set(url, loading);
  // A failure is not remembered: the next series tries again.
  loading.catch(() => scripts.delete(url));
  return loading;
}
