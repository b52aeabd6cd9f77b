import { BarChart, CustomChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { bars } from './bars.js';
import { dumbbell } from './dumbbell.js';
import { heat } from './heat.js';
import { interval } from './interval.js';
import { lines } from './lines.js';
import { range } from './range.js';
import { sankey } from './sankey.js';
import { slope } from './slope.js';
import { stack } from './stack.js';
import { timeline } from './timeline.js';

use([BarChart, CustomChart, LineChart, SankeyChart, ScatterChart]);
use([GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent, SVGRenderer]);

/** Kinds of charts by the name that a figure gives. */
const KINDS = { bars, dumbbell, heat, interval, lines, range, sankey, slope, stack, timeline };

export const isChart = kind => kind in KINDS;

/** Draws a figure's rows; what is returned can be resized and disposed of. The context is asked for each time: colours change. */
export function draw(place, context) {
  const chart = init(place, null, { renderer: 'svg' });
  const option = () => {
    const now = context();
    return KINDS[now.chart.kind]({ ...now, width: place.clientWidth, height: place.clientHeight });
  };
  chart.setOption(option());
  return {
    dispose: () => chart.dispose(),
    resize: () => {
      chart.resize();
      chart.setOption(option(), true);
    },
  };
}
