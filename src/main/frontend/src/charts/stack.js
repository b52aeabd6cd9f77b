import { base, distinct, names, numbers, ticks } from '../theme.js';
import { legend } from './range.js';

/** Shares stacked up to the whole, a column a year; the rest is grey. */
export function stack({ figure, chart, rows, words, c, width }) {
  const column = id => figure.columns.find(each => each.id === id);
  const years = distinct(rows, chart.x).sort();
  const keys = distinct(rows, chart.series);
  const name = key => words.value(column(chart.series), key);
  const at = (key, year) => rows.find(row => row[chart.series] === key && row[chart.x] === year);
  return {
    ...base(c),
    grid: { left: 48, right: 8, top: width < 500 ? 20 + 24 * keys.length : 64, bottom: 28 },
    legend: { ...legend(c, keys.map(name)), icon: 'rect', orient: width < 500 ? 'vertical' : 'horizontal', itemGap: 10 },
    xAxis: names(c, years.map(String)),
    yAxis: numbers(c, ticks(words), { min: 0, max: 1, interval: 0.25 }),
    tooltip: {
      ...base(c).tooltip,
      formatter: p => `${p.seriesName}\n${p.name}  ${words.value(column(chart.y), p.value)}`,
    },
    series: keys.map((key, i) => ({
      type: 'bar',
      stack: 'whole',
      name: name(key),
      barWidth: '72%',
      itemStyle: { color: key === chart.rest ? c.quiet : c.series[i % c.series.length], borderColor: c.paper, borderWidth: 1 },
      data: years.map(year => at(key, year)?.[chart.y] ?? null),
    })),
  };
}
