import { base, beside, besides, distinct, names, numbers, ticks } from '../theme.js';
import { estimate, mark, said } from './marks.js';

/** Names on the left, an estimate in its interval for each; with panels, one for each series, beside each other or, in a hand, below. */
export function interval({ figure, chart, rows, words, c, width, height }) {
  const column = id => figure.columns.find(each => each.id === id);
  const places = distinct(rows, chart.name);
  const label = place => words.value(column(chart.name), place);
  const format = value => words.value(column(chart.value), value, rows[0]);
  const axis = column(chart.value).format === 'decimal' ? value => words.significant(value) : ticks(words);
  const room = besides(c, places.map(label), width);
  const panels = panelsOf(chart, rows);
  const title = key => (key === undefined ? words.of(column(chart.value)) : words.value(column(chart.panels), key));
  const at = frames(panels.length, room, width, height);
  return {
    ...base(c),
    title: at.map((frame, i) => ({
      text: panels[i] === undefined ? '' : title(panels[i]),
      left: frame.left,
      top: frame.top - 26,
      padding: 0,
      textStyle: { color: c.ink, fontSize: 13, fontWeight: 600, fontFamily: c.font },
    })),
    grid: at.map(({ left, top, width, height }) => ({ left, top, width, height })),
    xAxis: at.map((frame, i) => numbers(c, axis, { gridIndex: i, splitNumber: frame.width < 220 ? 2 : 4 })),
    yAxis: at.map((frame, i) => names(c, places.map(label), {
      gridIndex: i,
      inverse: true,
      axisLine: { onZero: true, lineStyle: { color: c.soft } },
      axisLabel: { ...beside(c, room), show: frame.named },
    })),
    tooltip: {
      ...base(c).tooltip,
      formatter: p => `${label(p.data.row[chart.name])} · ${p.seriesName}\n${said(p.data.row, chart, format)}`,
    },
    series: panels.map((key, i) => ({
      type: 'custom',
      name: title(key),
      xAxisIndex: i,
      yAxisIndex: i,
      itemStyle: { color: c.series[0] },
      encode: { x: [0, 1, 2], y: 3 },
      data: rows.filter(row => (key === undefined || row[chart.panels] === key) && row[chart.value] !== null)
        .map(row => estimate(row, chart, places.indexOf(row[chart.name]))),
      renderItem: (params, api) => {
        const [dot, low, high] = [0, 1, 2].map(id => api.coord([api.value(id), api.value(3)]));
        return mark(dot, low, high, c.series[0], api.value(4) ? undefined : c.paper);
      },
    })),
  };
}

/** What each panel shows: one value of a column, or all rows. */
export function panelsOf(chart, rows) {
  if (!chart.panels) return [undefined];
  const there = new Set(rows.map(row => row[chart.panels]));
  return (chart.order ?? [...there]).filter(key => there.has(key));
}

/** Where the panels stand. Names are written once in each row of panels. */
function frames(count, room, width, height) {
  if (count === 1) return [{ left: room, top: 10, width: width - room - 16, height: height - 36, named: true }];
  if (width >= 500) {
    const wide = (width - room) / count;
    return Array.from({ length: count }, (none, i) => ({ left: room + i * wide + 12, top: 30, width: wide - 40, height: height - 56, named: i === 0 }));
  }
  const high = height / count;
  return Array.from({ length: count }, (none, i) => ({ left: room, top: i * high + 32, width: width - room - 16, height: high - 70, named: true }));
}
