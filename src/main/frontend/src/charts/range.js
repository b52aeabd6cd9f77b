import { base, distinct, moments, numbers, ticks } from '../theme.js';
import { legend } from './legend.js';

/** Places of the kinds' colours; the headline has the second. */
const COLOURS = [0, 2, 3, 4, 5, 6];

/** For each year a bar from the least to the greatest variant, every variant as a dot in the colour of its kind, the headline as a line. */
export function range({ figure, chart, rows, words, c, width }) {
  const column = id => figure.columns.find(each => each.id === id);
  const years = distinct(rows, chart.x).sort();
  const of = year => rows.filter(row => row[chart.x] === year && row[chart.y] !== null);
  const least = years.map(year => Math.min(...of(year).map(row => row[chart.y])));
  const most = years.map(year => Math.max(...of(year).map(row => row[chart.y])));
  const headline = years.map(year => of(year).find(row => row[chart.headline])?.[chart.y] ?? null);
  const kinds = distinct(rows, chart.colour);
  const kind = key => words.value(column(chart.colour), key);
  const key = legend(c, [...kinds.map(kind), words.t('headline')], width);
  const apart = Math.min(7, (width - 56) / years.length / 4);
  const variant = row => chart.variant.map(id => words.value(column(id), row[id])).join(' · ');
  return {
    ...base(c),
    grid: { left: 44, right: 12, top: key.room, bottom: 28 },
    legend: key.option,
    xAxis: moments(c, years, width - 56),
    yAxis: numbers(c, ticks(words), { min: Math.max(0, Math.floor(100 * Math.min(...least) - 1) / 100) }),
    tooltip: {
      ...base(c).tooltip,
      formatter: p => `${variant(p.data.row)}\n${p.data.row[chart.x]}  ${words.value(column(chart.y), p.data.row[chart.y])}`,
    },
    series: [
      stack(least, 'transparent'),
      stack(most.map((value, i) => value - least[i]), c.scale[0]),
      ...kinds.map((each, i) => ({
        type: 'scatter',
        name: kind(each),
        symbolSize: 7,
        symbolOffset: [(i - (kinds.length - 1) / 2) * apart, 0],
        z: 4,
        itemStyle: { color: c.series[COLOURS[i]], opacity: 1 },
        data: rows.filter(row => row[chart.colour] === each && row[chart.y] !== null).map(row => ({
          value: [String(row[chart.x]), row[chart.y]],
          itemStyle: row[chart.hollow] === chart.solid ? undefined : { color: c.paper, borderColor: c.series[COLOURS[i]], borderWidth: 1.5 },
          row,
        })),
      })),
      {
        type: 'line',
        name: words.t('headline'),
        data: years.map((year, i) => ({ value: headline[i], row: of(year).find(row => row[chart.headline]) })),
        symbol: 'none',
        z: 3,
        lineStyle: { color: c.series[1], width: 2 },
        itemStyle: { color: c.series[1] },
      },
    ],
  };
}

function stack(data, color) {
  return { type: 'bar', stack: 'range', silent: true, barWidth: '55%', data, itemStyle: { color }, tooltip: { show: false } };
}
