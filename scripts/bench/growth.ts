/** By which power of the size the cost grows: 1 is in step with it, 2 with its square. Least squares over logarithms. */
export function growthOf(points: readonly { readonly size: number; readonly cost: number }[]): number {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(logs.map((point) => point.x));
  const y = mean(logs.map((point) => point.y));
  const over = logs.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  return over / logs.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
}
