import { base, distinct } from '../theme.js';

/** Flows from names on the left to names on the right, in the colour of where they come from. */
export function sankey({ figure, chart, rows, words, c, width }) {
  const column = id => figure.columns.find(each => each.id === id);
  const from = distinct(rows, chart.from);
  const sum = key => rows.filter(row => row[chart.to] === key).reduce((all, row) => all + row[chart.value], 0);
  const to = distinct(rows, chart.to).sort((a, b) => (a === chart.rest) - (b === chart.rest) || sum(b) - sum(a));
  const margin = width < 500 ? 84 : 130;
  const node = (side, key, i, position) => ({
    name: side + key,
    itemStyle: { color: side === '<' ? c.series[i % c.series.length] : c.soft },
    label: { position, formatter: words.name(column(side === '<' ? chart.from : chart.to).names, key) },
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
      left: margin,
      right: margin,
      top: 8,
      bottom: 8,
      nodeWidth: 12,
      nodeGap: 16,
      draggable: false,
      layoutIterations: 0,
      emphasis: { focus: 'adjacency' },
      label: { color: c.ink, fontSize: 12, fontFamily: c.font, width: margin - 10, overflow: 'break' },
      lineStyle: { color: 'source', opacity: 0.35, curveness: 0.5 },
      data: [...from.map((key, i) => node('<', key, i, 'left')), ...to.map((key, i) => node('>', key, i, 'right'))],
      links: rows.filter(row => row[chart.value] > 0)
        .map(row => ({ source: '<' + row[chart.from], target: '>' + row[chart.to], value: row[chart.value], row })),
    }],
  };
}
