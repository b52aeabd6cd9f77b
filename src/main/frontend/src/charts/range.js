import { base, distinct, names, numbers, ticks } from '../theme.js';

/** For each year a bar from the least to the greatest variant, every variant as a dot, the headline as a line. */
export function range({ figure, chart, rows, words, c }) {
  const column = id => figure.columns.find(each => each.id === id);
  const years = distinct(rows, chart.x).sort();
  const of = year => rows.filter(row => row[chart.x] === year && row[chart.y] !== null);
  const least = years.map(year => Math.min(...of(year).map(row => row[chart.y])));
  const most = years.map(year => Math.max(...of(year).map(row => row[chart.y])));
  const headline = years.map(year => of(year).find(row => row[chart.headline])?.[chart.y] ?? null);
  const variant = row => chart.variant.map(id => words.value(column(id), row[id])).join(' · ');
  return {
    ...base(c),
    grid: { left: 44, right: 12, top: 40, bottom: 28 },
    legend: legend(c, [words.t('variants'), words.t('headline')]),
    xAxis: names(c, years.map(String)),
    yAxis: numbers(c, ticks(words), { min: Math.max(0, Math.floor(100 * Math.min(...least) - 1) / 100) }),
    tooltip: {
      ...base(c).tooltip,
      formatter: p => `${variant(p.data.row)}\n${p.data.row[chart.x]}  ${words.value(column(chart.y), p.data.row[chart.y])}`,
    },
    series: [
      stack(least, 'transparent'),
      stack(most.map((value, i) => value - least[i]), c.scale[1]),
      {
        type: 'scatter',
        name: words.t('variants'),
        symbolSize: 6,
        itemStyle: { color: c.series[0], opacity: 0.55 },
        data: rows.filter(row => row[chart.y] !== null).map(row => ({ value: [String(row[chart.x]), row[chart.y]], row })),
      },
      {
        type: 'line',
        name: words.t('headline'),
        data: years.map((year, i) => ({ value: headline[i], row: of(year).find(row => row[chart.headline]) })),
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { color: c.series[1], width: 2 },
        itemStyle: { color: c.series[1] },
      },
    ],
  };
}

function stack(data, color) {
  return { type: 'bar', stack: 'range', silent: true, barWidth: '55%', data, itemStyle: { color }, tooltip: { show: false } };
}

export function legend(c, data) {
  return { data, top: 0, left: 0, icon: 'circle', itemWidth: 10, itemHeight: 10, itemGap: 16, textStyle: { color: c.ink, fontSize: 12 } };
}
