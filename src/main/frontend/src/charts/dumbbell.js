import { base, names, numbers, ticks } from '../theme.js';
import { legend } from './range.js';

/** Several values of each name on one line: where they lie apart is seen at once. */
export function dumbbell({ figure, chart, rows, words, c, width }) {
  const column = id => figure.columns.find(each => each.id === id);
  const label = row => words.value(column(chart.name), row[chart.name]);
  const least = rows.map(row => Math.min(...chart.values.map(id => row[id])));
  const most = rows.map(row => Math.max(...chart.values.map(id => row[id])));
  const bar = (data, color) => ({ type: 'bar', stack: 'span', silent: true, barWidth: 3, data, itemStyle: { color } });
  const title = id => words.of(column(id));
  return {
    ...base(c),
    grid: { left: width < 500 ? 96 : 150, right: 20, top: width < 500 ? 16 + 22 * chart.values.length : 34, bottom: 24 },
    legend: { ...legend(c, chart.values.map(title)), orient: width < 500 ? 'vertical' : 'horizontal', itemGap: width < 500 ? 6 : 16 },
    xAxis: numbers(c, ticks(words), { min: 0 }),
    yAxis: names(c, rows.map(label), {
      inverse: true,
      axisLabel: { color: c.ink, fontSize: 12, width: width < 500 ? 88 : 140, overflow: 'break' },
    }),
    tooltip: {
      ...base(c).tooltip,
      formatter: p => [
        label(rows[p.data[1]]),
        ...chart.values.map(id => `${title(id)}  ${words.value(column(id), rows[p.data[1]][id])}`),
      ].join('\n'),
    },
    series: [
      bar(least, 'transparent'),
      bar(most.map((value, i) => value - least[i]), c.line),
      ...chart.values.map((id, i) => ({
        type: 'scatter',
        name: title(id),
        symbolSize: 10,
        z: 4 + i,
        itemStyle: { color: [c.quiet, c.series[1], c.series[0]][i % 3] },
        data: rows.map((row, place) => [row[id], place]),
      })),
    ],
  };
}
