import { apart, base, textWidth } from '../theme.js';

/** A line from one moment to another for each name; the greatest rises and falls stand out. */
export function slope({ figure, chart, rows, words, c, width, height }) {
  const column = id => figure.columns.find(each => each.id === id);
  const changes = rows.filter(row => row[chart.to] !== null && row[chart.from] !== null);
  const size = row => Math.abs(row[chart.to] - row[chart.from]);
  const strong = new Set([...changes].sort((a, b) => size(b) - size(a)).slice(0, 3));
  const colour = row => !strong.has(row) ? c.quiet : row[chart.to] > row[chart.from] ? c.series[0] : c.series[1];
  const share = (row, id) => words.value(column(id), row[id]);
  const name = row => words.value(column(chart.name), row[chart.name]);
  const ends = changes.flatMap(row => [row[chart.from], row[chart.to]]);
  const low = Math.min(...ends) - 0.005;
  const high = Math.max(...ends) + 0.005;
  const shifts = id => apart(changes.map(row => ((high - row[id]) / (high - low)) * (height - 44)), 16);
  const left = shifts(chart.from);
  const right = shifts(chart.to);
  const narrow = width < 500;
  const end = row => `${share(row, chart.to)}  ${name(row)}`;
  const room = 18 + Math.max(...changes.map(row => textWidth(c, end(row), narrow ? 11 : 12, strong.has(row) ? 600 : 400)));
  return {
    ...base(c),
    grid: { left: narrow ? 46 : '16%', right: narrow ? room : Math.max(room, 0.38 * width), top: 34, bottom: 10 },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      position: 'top',
      data: chart.ends.map(end => words.filled(end, figure, rows)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: c.ink, fontWeight: 600, fontSize: 13 },
      splitLine: { show: true, lineStyle: { color: c.line } },
    },
    yAxis: { type: 'value', show: false, min: low, max: high },
    tooltip: {
      ...base(c).tooltip,
      formatter: p => `${name(p.data.row)}\n${share(p.data.row, chart.from)} → ${share(p.data.row, chart.to)}`,
    },
    series: changes.map((row, i) => ({
      type: 'line',
      name: name(row),
      symbol: 'circle',
      symbolSize: strong.has(row) ? 8 : 6,
      z: strong.has(row) ? 4 : 2,
      data: [
        { value: row[chart.from], row, label: side(row, 'left', share(row, chart.from), left[i]) },
        { value: row[chart.to], row, label: side(row, 'right', end(row), right[i]) },
      ],
      lineStyle: { color: colour(row), width: strong.has(row) ? 2.5 : 1.5 },
      itemStyle: { color: colour(row) },
    })),
  };

  function side(row, position, text, shift) {
    return {
      show: true,
      position,
      distance: 8,
      offset: [0, shift],
      formatter: text,
      fontSize: narrow ? 11 : 12,
      color: strong.has(row) ? colour(row) : c.soft,
      fontWeight: strong.has(row) ? 600 : 400,
    };
  }
}
