import { useMantineColorScheme } from '@mantine/core';
import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

import { useFormat } from '../language/language.tsx';

use([BarChart, GridComponent, AriaComponent, SVGRenderer]);

/** Bars from zero, each with its name and figure beside it; the same figures stand in the table below. */
export function Chart({ bars }: { bars: { name: string; value: number }[] }) {
  const holder = useRef<HTMLDivElement>(null);
  const format = useFormat();
  const { colorScheme } = useMantineColorScheme();
  useEffect(() => {
    if (!holder.current) return;
    const style = getComputedStyle(document.documentElement);
    const ink = style.getPropertyValue('--mantine-color-text');
    const chart = init(holder.current);
    chart.setOption({
      aria: { enabled: true },
      animation: false,
      textStyle: { fontFamily: '"Source Sans 3", system-ui, sans-serif', color: ink, fontSize: 14 },
      grid: { left: 170, right: 70, top: 8, bottom: 8 },
      xAxis: { type: 'value', min: 0, show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(({ name }) => name),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: ink, width: 160, overflow: 'break' },
      },
      series: [
        {
          type: 'bar',
          data: bars.map(({ value }) => value),
          barMaxWidth: 22,
          itemStyle: { color: style.getPropertyValue('--mantine-primary-color-filled') },
          label: {
            show: true,
            position: 'right',
            color: ink,
            formatter: ({ value }: { value: unknown }) => format.percent(Number(value)),
          },
        },
      ],
    });
    const resize = new ResizeObserver(() => chart.resize());
    resize.observe(holder.current);
    return () => {
      resize.disconnect();
      chart.dispose();
    };
  }, [bars, format, colorScheme]);
  return <div ref={holder} style={{ height: bars.length * 40 + 16 }} />;
}
