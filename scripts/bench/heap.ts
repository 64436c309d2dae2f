import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

function heapInUse(): number {
  if (typeof collectGarbage !== 'function') throw new Error('This Node does not let garbage be collected.');
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** What `make` makes, and how many bytes of heap it keeps alive. */
export function keptBy<T>(make: () => T): { readonly value: T; readonly bytes: number } {
  const before = heapInUse();
  const value = make();
  return { value, bytes: Math.max(0, heapInUse() - before) };
}

interface SamplingNode {
  readonly selfSize: number;
  readonly children: readonly SamplingNode[];
}

const sizeOf = (node: SamplingNode): number =>
  node.children.reduce((sum, child) => sum + sizeOf(child), node.selfSize);

/** Bytes that `work` allocates in all, whether they are kept or not; sampled, so within a few per cent. */
export function allocatedBy(work: () => unknown): number {
  const session = new Session();
  session.connect();
  let bytes = Number.NaN;
  session.post('HeapProfiler.startSampling', {
    samplingInterval: 4096,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  } as object);
  work();
  session.post('HeapProfiler.stopSampling', (error, result) => {
    if (error === null) bytes = sizeOf(result.profile.head);
  });
  session.disconnect();
  return bytes;
}
