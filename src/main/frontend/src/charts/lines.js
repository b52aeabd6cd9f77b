import { apart, base, distinct, moments, numbers, textWidth, ticks } from '../theme.js';

/**
 * A line for each series over the years; those that the figure names are highlighted, and each is labelled at its end. A hollow
 * dot is a year for which less is there than there should be.
 */
export function lines({ figure, chart, rows, words, c, width, height }) {
  const column = id => figure.columns.find(each => each.id === id);
  const years = distinct(rows, chart.x).sort();
  const keys = distinct(rows, chart.series);
  const name = key => words.value(column(chart.series), key);
  const colour = key => {
    const place = chart.highlight.indexOf(key);
    return place < 0 ? c.quiet : c.series[place];
  };
  const of = key => rows.filter(row => row[chart.series] === key && row[chart.y] !== null);
  const at = (key, year) => of(key).find(row => row[chart.x] === year);
  const whole = row => row === undefined || row[chart.there] === row[chart.expected];
  const top = Math.ceil(10 * Math.max(...rows.map(row => row[chart.y] ?? 0)) + 0.2) / 10;
  const last = keys.map(key => of(key).at(-1)?.[chart.y] ?? 0);
  const shifts = apart(last.map(value => (1 - value / top) * (height - 54)), 15);
  const label = key => `${name(key)} ${words.value(column(chart.y), of(key).at(-1)?.[chart.y])}`;
  const margin = 14 + Math.max(...keys.map(key => textWidth(c, label(key), 12, chart.highlight.includes(key) ? 600 : 400)));
  return {
    ...base(c),
    grid: { left: 44, right: margin, top: 26, bottom: 28 },
    xAxis: moments(c, years, width - 44 - margin),
    yAxis: numbers(c, ticks(words), { min: 0, max: top }),
    tooltip: {
      ...base(c).tooltip,
      trigger: 'axis',
      axisPointer: { lineStyle: { color: c.soft, width: 1 } },
      formatter: points => [
        points[0].axisValue,
        ...points.filter(p => p.value !== null).sort((a, b) => b.value - a.value)
          .map(p => `${p.seriesName}  ${words.value(column(chart.y), p.value)}`),
      ].join('\n'),
    },
    series: keys.map((key, i) => {
      const strong = chart.highlight.includes(key);
      return {
        type: 'line',
        name: name(key),
        data: years.map(year => ({
          value: at(key, year)?.[chart.y] ?? null,
          itemStyle: whole(at(key, year)) ? undefined : { color: c.paper, borderColor: colour(key), borderWidth: 2 },
        })),
        symbol: 'circle',
        symbolSize: strong ? 7 : 3,
        showSymbol: strong,
        z: strong ? 4 : 2,
        lineStyle: { color: colour(key), width: strong ? 2.5 : 1.5 },
        itemStyle: { color: colour(key) },
        endLabel: {
          show: true,
          formatter: label(key),
          color: strong ? colour(key) : c.soft,
          fontWeight: strong ? 600 : 400,
          fontSize: 12,
          offset: [0, shifts[i]],
        },
        markLine: i === 0 && chart.mark && years.includes(chart.mark.at) ? mark(chart.mark, words, c) : undefined,
      };
    }),
  };
}

function mark(mark, words, c) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: c.soft, type: [4, 4], width: 1 },
    label: { formatter: words.of(mark.text), color: c.soft, fontSize: 12, position: 'end' },
    data: [{ xAxis: String(mark.at) }],
  };
}
