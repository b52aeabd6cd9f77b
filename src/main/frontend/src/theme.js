/** Colours that charts take from the page's style sheet, so that there is one place for them. */
export function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = name => style.getPropertyValue('--' + name).trim();
  return {
    ink: of('ink'),
    soft: of('soft'),
    line: of('line'),
    paper: of('paper'),
    quiet: of('quiet'),
    font: getComputedStyle(document.body).fontFamily,
    series: [1, 2, 3, 4, 5, 6, 7].map(n => of('c' + n)),
    scale: [0, 1, 2, 3, 4, 5].map(n => of('h' + n)),
  };
}

/** What all charts share: no animation, small type, a tooltip drawn into the SVG (markup would need inline styles). */
export function base(c) {
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: c.font, color: c.ink, fontSize: 12 },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: c.paper,
      borderColor: c.line,
      borderWidth: 1,
      padding: [8, 10],
      textStyle: { color: c.ink, fontSize: 12, fontFamily: c.font },
    },
  };
}

/** An axis of numbers: few quiet lines, no axis line, no ticks. */
export function numbers(c, format, more = {}) {
  return {
    type: 'value',
    axisLine: { show: false },
    axisTick: { show: false },
    splitNumber: 4,
    splitLine: { lineStyle: { color: c.line, width: 1 } },
    axisLabel: { color: c.soft, fontSize: 12, formatter: format, hideOverlap: true },
    ...more,
  };
}

/** An axis of names or years. */
export function names(c, data, more = {}) {
  return {
    type: 'category',
    data,
    axisLine: { lineStyle: { color: c.soft } },
    axisTick: { show: false },
    axisLabel: { color: c.ink, fontSize: 12, hideOverlap: true },
    ...more,
  };
}

const pen = document.createElement('canvas').getContext('2d');

/** What a text takes, in pixels. */
export function textWidth(c, text, size = 12, weight = 400) {
  pen.font = `${weight} ${size}px ${c.font}`;
  return Math.max(...String(text).split('\n').map(line => pen.measureText(line).width));
}

/** The room for names beside a chart: what the longest takes, at most a part of the width; the rest breaks. */
export function besides(c, texts, width, part = 1 / 3) {
  return Math.ceil(Math.min(Math.max(...texts.map(text => textWidth(c, text))), part * width)) + 10;
}

/** Labels of names that stand beside a chart. */
export function beside(c, room) {
  return { color: c.ink, fontSize: 12, lineHeight: 13, width: room - 8, overflow: 'break', interval: 0 };
}

/** An axis of years: as many as there is room for, the last always. */
export function moments(c, years, room) {
  const step = Math.ceil((years.length * 36) / room);
  return names(c, years.map(String), { axisLabel: { color: c.ink, fontSize: 12, interval: i => (years.length - 1 - i) % step === 0 } });
}

/** The different values of a column, in the order in which they come. */
export function distinct(rows, column) {
  return [...new Set(rows.map(row => row[column]))];
}

/**
 * How far labels must move down, in pixels, so that none covers another.
 *
 * @param places where each would stand, in pixels from the top
 * @param apart what a label takes
 */
export function apart(places, apart) {
  const order = places.map((place, i) => i).sort((a, b) => places[a] - places[b]);
  const moved = [...places];
  for (let round = 0; round < 40; round++)
    for (let k = 1; k < order.length; k++) {
      const gap = apart - (moved[order[k]] - moved[order[k - 1]]);
      if (gap <= 0) continue;
      moved[order[k]] += gap / 2;
      moved[order[k - 1]] -= gap / 2;
    }
  return moved.map((place, i) => place - places[i]);
}

/** Axis ticks as shares: no more digits than the step needs. */
export function ticks(words) {
  return value => words.number(100 * value, Math.abs(100 * value) % 1 > 1e-9 ? 1 : 0) + '%';
}
