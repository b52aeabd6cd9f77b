import { base, numbers } from '../theme.js';
import { estimate, mark, said } from './marks.js';

/** Estimates by years since a moment, each in its interval; a dashed line before the moment itself, and a hollow mark at the year that is compared with. */
export function timeline({ figure, chart, rows, words, c, width }) {
  const column = id => figure.columns.find(each => each.id === id);
  const format = value => words.value(column(chart.value), value);
  const there = rows.map(row => row[chart.x]);
  const first = Math.min(-1, ...there);
  const last = Math.max(...there);
  const step = Math.ceil(((last - first + 2) * 30) / (width - 68));
  const reference = first < -1 && !there.includes(-1) ? [{ [chart.x]: -1, [chart.value]: 0, [chart.low]: null, [chart.high]: null }] : [];
  return {
    ...base(c),
    grid: { left: 52, right: 16, top: 26, bottom: 48 },
    xAxis: {
      type: 'value',
      min: -step * Math.ceil((1 - first) / step),
      max: step * Math.ceil((last + 1) / step),
      interval: step,
      name: words.of(column(chart.x)),
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: { color: c.ink },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLine: { onZero: false, lineStyle: { color: c.soft } },
      axisLabel: { color: c.ink, fontSize: 12, formatter: year => (year < first || year > last ? '' : words.number(year, 0)) },
    },
    yAxis: numbers(c, value => words.significant(value)),
    tooltip: {
      ...base(c).tooltip,
      formatter: p => `${words.number(p.data.row[chart.x], 0)}\n${reference.includes(p.data.row) ? words.t('reference') : said(p.data.row, chart, format)}`,
    },
    series: [
      {
        type: 'line',
        data: [],
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          data: [
            { yAxis: 0, lineStyle: { color: c.soft, type: 'solid', width: 1 } },
            { xAxis: -0.5, lineStyle: { color: c.soft, type: [4, 4], width: 1 }, label: { show: true, formatter: words.of(chart.mark), color: c.soft, fontSize: 12, position: 'end' } },
          ],
        },
      },
      {
        type: 'custom',
        encode: { x: 3, y: [0, 1, 2] },
        data: [...rows, ...reference].filter(row => row[chart.value] !== null).map(row => estimate(row, chart, row[chart.x])),
        renderItem: (params, api) => {
          const [dot, low, high] = [0, 1, 2].map(id => api.coord([api.value(3), api.value(id)]));
          return mark(dot, low, high, c.series[0], api.value(4) ? undefined : c.paper);
        },
      },
    ],
  };
}
