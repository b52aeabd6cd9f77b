import { base, distinct, names, numbers, ticks } from '../theme.js';
import { legend } from './range.js';

/** An estimate as a dot in its interval, hollow where it has none, for each name and series; names stand on the left, or below where they are moments. */
export function interval({ figure, chart, rows, words, c, width }) {
  const column = id => figure.columns.find(each => each.id === id);
  const places = distinct(rows, chart.name);
  const there = new Set(rows.map(row => row[chart.series]));
  const series = chart.series ? (chart.order ?? [...there]).filter(key => there.has(key)) : [undefined];
  const label = place => words.value(column(chart.name), place);
  const format = value => words.value(column(chart.value), value, rows[0]);
  const value = numbers(c, column(chart.value).format === 'decimal' ? v => words.significant(v) : ticks(words), { scale: true });
  const upright = chart.upright;
  const wide = width < 500 ? 96 : 150;
  const name = names(c, places.map(label), upright
    ? { axisLine: { onZero: false, lineStyle: { color: c.soft } }, name: words.of(column(chart.name)), nameLocation: 'middle', nameGap: 28 }
    : { inverse: true, axisLine: { onZero: true, lineStyle: { color: c.soft } }, axisLabel: { color: c.ink, fontSize: 12, width: wide - 8, overflow: 'break', interval: 0 } });
  const titles = series.map(key => (key === undefined ? words.of(column(chart.value)) : words.value(column(chart.series), key)));
  return {
    ...base(c),
    grid: { left: upright ? 52 : wide, right: 16, top: 34, bottom: upright ? 48 : 26 },
    legend: series.length > 1 ? legend(c, titles) : undefined,
    xAxis: upright ? name : value,
    yAxis: upright ? value : name,
    tooltip: {
      ...base(c).tooltip,
      formatter: p => `${label(p.data.row[chart.name])} · ${p.seriesName}\n${format(p.data.row[chart.value])}${p.data.row[chart.low] === null ? '' : `  [${format(p.data.row[chart.low])}, ${format(p.data.row[chart.high])}]`}`,
    },
    series: series.map((key, i) => ({
      type: 'custom',
      name: titles[i],
      itemStyle: { color: c.series[i] },
      encode: { x: upright ? 3 : [0, 1, 2], y: upright ? [0, 1, 2] : 3 },
      data: rows.filter(row => (key === undefined || row[chart.series] === key) && row[chart.value] !== null).map(row => ({
        value: [row[chart.value], row[chart.low] ?? row[chart.value], row[chart.high] ?? row[chart.value], places.indexOf(row[chart.name]), row[chart.low] === null ? 0 : 1],
        row,
      })),
      renderItem: (params, api) => {
        const along = id => (upright ? api.coord([api.value(3), api.value(id)]) : api.coord([api.value(id), api.value(3)]));
        const room = upright ? api.size([1, 0])[0] : api.size([0, 1])[1];
        const shift = (i - (series.length - 1) / 2) * Math.min(9, (0.7 * room) / series.length);
        const [dot, low, high] = [0, 1, 2].map(along).map(([x, y]) => (upright ? [x + shift, y] : [x, y + shift]));
        const stroke = c.series[i];
        return {
          type: 'group',
          children: [
            { type: 'line', shape: { x1: low[0], y1: low[1], x2: high[0], y2: high[1] }, style: { stroke, lineWidth: 2, opacity: 0.55 } },
            { type: 'circle', shape: { cx: dot[0], cy: dot[1], r: 3.5 }, style: api.value(4) ? { fill: stroke } : { fill: c.paper, stroke, lineWidth: 1.5 } },
          ],
        };
      },
    })),
  };
}
