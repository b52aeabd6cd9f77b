import { base, names, numbers, ticks } from '../theme.js';
import { legend } from './range.js';

/** A bar for each name, the greatest on top, and a mark where it stood before. */
export function bars({ figure, chart, rows, words, c, width }) {
  const column = id => figure.columns.find(each => each.id === id);
  const label = row => words.value(column(chart.name), row[chart.name]);
  const before = words.filled(chart.beforeText, figure, rows);
  const now = words.filled(chart.valueText, figure, rows);
  return {
    ...base(c),
    grid: { left: width < 500 ? 96 : 150, right: 52, top: 34, bottom: 24 },
    legend: legend(c, [now, { name: before, icon: 'path://M0,0h2v12h-2z' }]),
    xAxis: numbers(c, ticks(words), { min: 0 }),
    yAxis: [
      names(c, rows.map(label), {
        inverse: true,
        axisLabel: { color: c.ink, fontSize: 12, width: width < 500 ? 88 : 140, overflow: 'break' },
      }),
      names(c, rows.map(row => words.value(column(chart.value), row[chart.value])), {
        inverse: true,
        axisLine: { show: false },
        axisLabel: { color: c.ink, fontSize: 12, interval: 0 },
      }),
    ],
    tooltip: {
      ...base(c).tooltip,
      formatter: p => {
        const row = rows[p.dataIndex];
        const values = [chart.value, chart.before].map(id => words.value(column(id), row[id]));
        return `${label(row)}\n${now}  ${values[0]}\n${before}  ${values[1]}`;
      },
    },
    series: [
      {
        type: 'bar',
        name: now,
        barWidth: '62%',
        itemStyle: { color: c.series[0] },
        data: rows.map(row => row[chart.value]),
      },
      {
        type: 'scatter',
        name: before,
        symbol: 'rect',
        symbolSize: [3, 20],
        z: 4,
        itemStyle: { color: c.series[1] },
        data: rows.map((row, i) => [row[chart.before], i]).filter(point => point[0] !== null),
        tooltip: { formatter: p => `${label(rows[p.data[1]])}\n${before}  ${words.value(column(chart.before), p.data[0])}` },
      },
    ],
  };
}
