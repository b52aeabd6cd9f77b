import { base, distinct, textWidth } from '../theme.js';

/** Flows from names on the left to names on the right, each with its sum, in the colour of where they come from. */
export function sankey({ figure, chart, rows, words, c, width }) {
  const column = id => figure.columns.find(each => each.id === id);
  const from = distinct(rows, chart.from);
  const sum = (key, side = chart.to) => rows.filter(row => row[side] === key).reduce((all, row) => all + row[chart.value], 0);
  const to = distinct(rows, chart.to).sort((a, b) => (a === chart.rest) - (b === chart.rest) || sum(b) - sum(a));
  const gap = width < 500 ? '\n' : '  ';
  const left = key => words.name(column(chart.from).names, key) + gap + words.value(column(chart.value), sum(key, chart.from));
  const right = key => words.name(column(chart.to).names, key) + '  ' + words.value(column(chart.value), sum(key));
  const margin = (label, keys) => 10 + Math.max(...keys.map(key => textWidth(c, label(key))));
  const node = (side, key, i, position) => ({
    name: side + key,
    itemStyle: { color: side === '<' ? c.series[i % c.series.length] : c.soft },
    label: { position, formatter: side === '<' ? left(key) : right(key) },
  });
  return {
    ...base(c),
    tooltip: {
      ...base(c).tooltip,
      formatter: p => p.dataType === 'edge'
        ? `${words.value(column(chart.from), p.data.row[chart.from])} → ${words.value(column(chart.to), p.data.row[chart.to])}\n${words.value(column(chart.value), p.data.value)} ${words.t('usd')}`
        : `${words.name(column(chart.from).names, p.name.slice(1))}\n${words.usd(p.value)} ${words.t('usd')}`,
    },
    series: [{
      type: 'sankey',
      left: margin(left, from),
      right: margin(right, to),
      top: 8,
      bottom: 8,
      nodeWidth: 12,
      nodeGap: 16,
      draggable: false,
      layoutIterations: 0,
      emphasis: { focus: 'adjacency' },
      label: { color: c.ink, fontSize: 12, fontFamily: c.font, lineHeight: 14 },
      lineStyle: { color: 'source', opacity: 0.35, curveness: 0.5 },
      data: [...from.map((key, i) => node('<', key, i, 'left')), ...to.map((key, i) => node('>', key, i, 'right'))],
      links: rows.filter(row => row[chart.value] > 0)
        .map(row => ({ source: '<' + row[chart.from], target: '>' + row[chart.to], value: row[chart.value], row })),
    }],
  };
}
