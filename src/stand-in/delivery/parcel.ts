import type { Fields } from '../world.js';

export type ParcelKind = 'events_api' | 'slash_commands' | 'interactive';

/** Why Slack tries again, in the words of `x-slack-retry-reason`. */
export type RetryReason = 'http_timeout' | 'connection_failed' | 'http_error';

/** One thing to be told to the app. */
export interface Parcel {
  readonly id: number;
  readonly kind: ParcelKind;
  readonly payload: Fields;
  /** 0 for the first attempt. */
  readonly retryNum: number;
  readonly retryReason: RetryReason | null;
  readonly isDuplicate: boolean;
}

/** How one attempt ended. `answer` is the body or the payload of the acknowledgement. */
export type Outcome =
  | { readonly kind: 'acked'; readonly status: number | null; readonly answer: unknown }
  | {
      readonly kind: 'failed';
      readonly reason: RetryReason;
      readonly status: number | null;
      /** The app answered `x-slack-no-retry: 1`. */
      readonly noRetry: boolean;
    };

/** The way to the app: signed HTTP, or Socket Mode. */
export interface Transport {
  /** Never throws: whatever goes wrong is an outcome. */
  send(parcel: Parcel): Promise<Outcome>;
}

export interface Attempt {
  readonly at: Date;
  readonly retryNum: number;
  readonly isDuplicate: boolean;
  readonly outcome: Outcome;
}

/** A delivery as `slack.deliveries` shows it. */
export interface DeliveryRecord {
  readonly id: number;
  readonly kind: ParcelKind;
  /** `message`, `pin_added`, `/incident`, `block_actions`… */
  readonly type: string;
  readonly eventId: string | null;
  readonly payload: Fields;
  readonly attempts: readonly Attempt[];
  readonly state: 'waiting' | 'acked' | 'retrying' | 'given-up';
  /** Why Slack would not show what the app said in its acknowledgement: bad blocks, a bad view. */
  readonly refusal: string | null;
}
