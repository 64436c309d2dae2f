/** Who we are in a delivery: what we posted ourselves is none of our business. */
export interface Self {
  readonly appId: string | null;
  readonly botUser: string | null;
}
