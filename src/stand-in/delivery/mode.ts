/** How deliveries are made. Everything off is how Slack does it on a quiet day. */
export interface DeliveryMode {
  /** Every delivery comes twice, the second time looking like a retry. */
  readonly duplicate: boolean;
  /** Each event waits until its successor has been delivered: 2, 1, 4, 3. */
  readonly swapNeighbours: boolean;
  /** How many deliveries may be under way at once. 1 keeps their order. */
  readonly concurrency: number;
  /** HTTP only. */
  readonly signature: 'right' | 'wrong' | 'none';
  /** HTTP only: how many seconds old the signed timestamp is. */
  readonly ageSeconds: number;
}

export const QUIET: DeliveryMode = {
  duplicate: false,
  swapNeighbours: false,
  concurrency: 1,
  signature: 'right',
  ageSeconds: 0,
};
