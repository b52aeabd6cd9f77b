import { textWidth } from '../theme.js';

const MARK = 15;
const GAP = 14;
const ROW = 26;

/** A legend above a chart in as many rows as its names need, and the room that it takes. */
export function legend(c, titles, width, more = {}) {
  return {
    room: 12 + ROW * rows(c, titles, width),
    option: {
      data: titles.map(title => ({ name: title, ...more[title] })),
      top: 0,
      left: -5,
      width,
      icon: 'circle',
      itemWidth: 10,
      itemHeight: 10,
      itemGap: GAP,
      textStyle: { color: c.ink, fontSize: 12, lineHeight: 12 },
    },
  };
}

/** Names stand one after the other as long as the width lasts. */
function rows(c, titles, width) {
  let count = 1;
  let used = 0;
  for (const title of titles) {
    const need = MARK + textWidth(c, title) + GAP;
    if (used > 0 && used + need - GAP > width) {
      count += 1;
      used = 0;
    }
    used += need;
  }
  return count;
}
