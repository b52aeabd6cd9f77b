import { base, distinct, moments, numbers, ticks } from '../theme.js';
import { legend } from './legend.js';

/** Shares stacked up to the whole, a column a year; the rest is grey. */
export function stack({ figure, chart, rows, words, c, width }) {
  const column = id => figure.columns.find(each => each.id === id);
  const years = distinct(rows, chart.x).sort();
  const keys = distinct(rows, chart.series);
  const name = key => words.value(column(chart.series), key);
  const at = (key, year) => rows.find(row => row[chart.series] === key && row[chart.x] === year);
  const key = legend(c, keys.map(name), width);
  return {
    ...base(c),
    grid: { left: 48, right: 8, top: key.room, bottom: 28 },
    legend: { ...key.option, icon: 'rect' },
    xAxis: moments(c, years, width - 56),
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
