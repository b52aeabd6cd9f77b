import { base, beside, besides, names, numbers, ticks } from '../theme.js';
import { legend } from './legend.js';

/** Several values of each name on one line: where they lie apart is seen at once. */
export function dumbbell({ figure, chart, rows, words, c, width }) {
  const column = id => figure.columns.find(each => each.id === id);
  const label = row => words.value(column(chart.name), row[chart.name]);
  const least = rows.map(row => Math.min(...chart.values.map(id => row[id])));
  const most = rows.map(row => Math.max(...chart.values.map(id => row[id])));
  const bar = (data, color) => ({ type: 'bar', stack: 'span', silent: true, barWidth: 3, data, itemStyle: { color } });
  const title = id => words.of(column(id));
  const greatest = (row, id) => ({
    show: id === chart.values.at(-1),
    position: 'right',
    formatter: words.value(column(id), row[id]),
    color: c.soft,
    fontSize: 12,
  });
  const key = legend(c, chart.values.map(title), width);
  const room = besides(c, rows.map(label), width);
  return {
    ...base(c),
    grid: { left: room, right: 46, top: key.room, bottom: 24 },
    legend: key.option,
    xAxis: numbers(c, ticks(words), { min: 0 }),
    yAxis: names(c, rows.map(label), {
      inverse: true,
      axisLabel: beside(c, room),
    }),
    tooltip: {
      ...base(c).tooltip,
      formatter: p => [
        label(rows[p.data.value[1]]),
        ...chart.values.map(id => `${title(id)}  ${words.value(column(id), rows[p.data.value[1]][id])}`),
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
        itemStyle: { color: [c.quiet, c.series[1], c.series[0]][i % 3], opacity: 1 },
        data: rows.map((row, place) => ({ value: [row[id], place], label: greatest(row, id) })),
      })),
    ],
  };
}
