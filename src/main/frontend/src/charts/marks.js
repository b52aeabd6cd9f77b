/** How an estimate and its interval are drawn: a dot in a line, hollow where there is no interval. */
export function mark(dot, low, high, stroke, ground) {
  return {
    type: 'group',
    children: [
      { type: 'line', shape: { x1: low[0], y1: low[1], x2: high[0], y2: high[1] }, style: { stroke, lineWidth: 2, opacity: 0.55 } },
      { type: 'circle', shape: { cx: dot[0], cy: dot[1], r: 3.5 }, style: ground ? { fill: ground, stroke, lineWidth: 1.5 } : { fill: stroke } },
    ],
  };
}

/** Of a row: value, ends of its interval, place on the other axis, whether there is an interval. */
export function estimate(row, chart, place) {
  const value = row[chart.value];
  return { value: [value, row[chart.low] ?? value, row[chart.high] ?? value, place, row[chart.low] === null ? 0 : 1], row };
}

/** A row's value with its interval. */
export function said(row, chart, format) {
  const interval = row[chart.low] === null ? '' : `  [${format(row[chart.low])}, ${format(row[chart.high])}]`;
  return format(row[chart.value]) + interval;
}
