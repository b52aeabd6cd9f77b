import { base, beside, besides, names, numbers, ticks } from '../theme.js';
import { legend } from './legend.js';

/** A bar for each name, the greatest on top, and a mark where it stood before. */
export function bars({ figure, chart, rows, words, c, width }) {
  const column = id => figure.columns.find(each => each.id === id);
  const label = row => words.value(column(chart.name), row[chart.name]);
  const before = words.filled(chart.beforeText, figure, rows);
  const now = words.filled(chart.valueText, figure, rows);
  const key = legend(c, [now, before], width, { [now]: { icon: 'rect' }, [before]: { icon: 'path://M3,0h4v12h-4z' } });
  const room = besides(c, rows.map(label), width);
  return {
    ...base(c),
    grid: { left: room, right: 52, top: key.room, bottom: 24 },
    legend: key.option,
    xAxis: numbers(c, ticks(words), { min: 0 }),
    yAxis: [
      names(c, rows.map(label), {
        inverse: true,
        axisLabel: beside(c, room),
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
        symbolSize: [6, 22],
        z: 4,
        itemStyle: { color: c.series[1], borderColor: c.paper, borderWidth: 1.5, opacity: 1 },
        data: rows.map((row, i) => [row[chart.before], i]).filter(point => point[0] !== null),
        tooltip: { formatter: p => `${label(rows[p.data[1]])}\n${before}  ${words.value(column(chart.before), p.data[0])}` },
      },
    ],
  };
}
