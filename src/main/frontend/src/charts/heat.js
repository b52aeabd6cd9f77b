import { base, beside, besides, distinct, names } from '../theme.js';

/** A state is a shade, or a gap. */
const state = (c, shade) => (shade === 'gap' ? c.series[1] : c.scale[shade]);

/** Cells of a grid of names and years: shades of one colour for numbers, a shade each for states. */
export function heat({ figure, chart, rows, words, c, width }) {
  const column = id => figure.columns.find(each => each.id === id);
  const years = distinct(rows, chart.x).sort();
  const keys = distinct(rows, chart.y);
  const values = rows.map(row => row[chart.value]).filter(value => value !== null);
  const low = Math.min(...values);
  const step = (Math.max(...values) - low) / c.scale.length || 1;
  const shade = chart.states
    ? value => state(c, chart.states.find(each => each.id === value).shade)
    : value => c.scale[Math.min(c.scale.length - 1, Math.floor((value - low) / step))];
  const dark = value => shade(value) === c.series[1] || c.scale.indexOf(shade(value)) >= 3;
  const cells = rows.filter(row => row[chart.value] !== null)
    .map(row => ({ value: [years.indexOf(row[chart.x]), keys.indexOf(row[chart.y])], row }));
  const label = key => words.value(column(chart.y), key);
  const room = besides(c, keys.map(label), width, 1 / 4);
  const short = year => (width < 500 ? String(year).slice(2) : String(year));
  return {
    ...base(c),
    grid: { left: room, right: 4, top: 26, bottom: 6 },
    xAxis: names(c, years.map(short), { position: 'top', axisLine: { show: false }, axisLabel: { color: c.soft, fontSize: width < 500 ? 10 : 12, interval: 0 } }),
    yAxis: names(c, keys.map(label), {
      inverse: true,
      axisLine: { show: false },
      axisLabel: { ...beside(c, room), lineHeight: 12 },
    }),
    tooltip: {
      ...base(c).tooltip,
      formatter: p => {
        const row = p.data.row;
        return `${words.value(column(chart.y), row[chart.y])} ${row[chart.x]}\n${words.value(column(chart.value), row[chart.value])}`;
      },
    },
    series: [{
      type: 'custom',
      data: cells,
      renderItem: (params, api) => {
        const { row } = cells[params.dataIndex];
        const [x, y] = api.coord([api.value(0), api.value(1)]);
        const [wide, high] = api.size([1, 1]);
        const value = row[chart.value];
        const text = chart.states ? words.of(chart.states.find(each => each.id === value).mark) : words.number(100 * value, 0);
        return {
          type: 'rect',
          shape: { x: x - wide / 2 + 1, y: y - high / 2 + 1, width: wide - 2, height: high - 2 },
          style: { fill: shade(value) },
          textConfig: { position: 'inside' },
          textContent: { style: { text, fill: dark(value) ? c.paper : c.ink, fontSize: width < 500 ? 9 : 11, fontFamily: c.font } },
        };
      },
    }],
  };
}
