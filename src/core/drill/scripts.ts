import type { Severity } from '../incident/incident.js';

/** One line of a practice incident. */
export interface DrillStep {
  /** Seconds after the line before it; the first is said as soon as the channel is open. */
  readonly afterSeconds: number;
  /** An invented person or monitor. */
  readonly by: string;
  readonly text: string;
}

/** A practice incident: what others say in it, so that the team can do the rest. */
export interface DrillScript {
  /** As in `/incident drill NAME`. */
  readonly name: string;
  readonly title: string;
  readonly severity: Severity;
  readonly steps: readonly DrillStep[];
}

/** Everything here is invented. Each has a false lead, a cause, a fix and what is left to do. */
export const DRILLS: readonly DrillScript[] = [
  {
    name: 'checkout',
    title: 'Checkout answers 500 to some orders',
    severity: 2,
    steps: [
      {
        afterSeconds: 0,
        by: 'Order monitor',
        text: 'ALERT checkout: 7.8% of POST /orders answer 500 over 5 minutes (threshold 2%)',
      },
      {
        afterSeconds: 40,
        by: 'Ilse, support',
        text: 'Three customers have written in: the payment page loads, then it says “something went wrong”. Their carts are kept.',
      },
      {
        afterSeconds: 45,
        by: 'Noor',
        text: 'Looking. Only creating orders fails, about one in twelve. Reading orders is fine.',
      },
      {
        afterSeconds: 50,
        by: 'Tomas',
        text: 'I suspect the card provider: their latency has a bump that begins when our errors begin.',
      },
      {
        afterSeconds: 50,
        by: 'Noor',
        text: 'It is not the provider. The failed orders never reach them, our own service gives up before the call.',
      },
      {
        afterSeconds: 45,
        by: 'Tomas',
        text: 'All failing requests come from two of our eight checkout pods, the two that were started last.',
      },
      {
        afterSeconds: 50,
        by: 'Noor',
        text: 'Found it: the config change from half an hour ago sets the connection pool to 5 instead of 50, and only new pods have it. Their pools are exhausted.',
      },
      { afterSeconds: 40, by: 'Tomas', text: 'Rolling the config change back and restarting both pods now.' },
      {
        afterSeconds: 75,
        by: 'Noor',
        text: 'Rolled back, both pods are new. Errors are at 0.3% and falling.',
      },
      {
        afterSeconds: 45,
        by: 'Ilse, support',
        text: 'A test order went through, and two of the three customers have ordered by now. No order was charged twice.',
      },
      {
        afterSeconds: 40,
        by: 'Tomas',
        text: 'For afterwards: an alert when a pool is more than 80% in use, and a review rule for changes of pool sizes.',
      },
    ],
  },
  {
    name: 'logins',
    title: 'Nobody can log in on mobile',
    severity: 1,
    steps: [
      {
        afterSeconds: 0,
        by: 'Login monitor',
        text: 'ALERT mobile-login: probe failed 5 of 5 times from two regions, TLS handshake error',
      },
      {
        afterSeconds: 35,
        by: 'Priya, support',
        text: 'Tickets are coming in, eleven so far. The app says “no connection”; on the web site the same people can log in.',
      },
      {
        afterSeconds: 40,
        by: 'Marek',
        text: 'Web logins are normal. It is the mobile gateway only, but there it is everybody.',
      },
      {
        afterSeconds: 45,
        by: 'Marek',
        text: 'The mobile gateway was deployed an hour ago. I think it is that; rolling it back.',
      },
      {
        afterSeconds: 70,
        by: 'Marek',
        text: 'Rollback is done and the probe still fails. So it was not the deploy.',
      },
      {
        afterSeconds: 40,
        by: 'Lena',
        text: 'The gateway’s certificate has expired. It ended when the first probe failed; the renewal did not run.',
      },
      {
        afterSeconds: 45,
        by: 'Lena',
        text: 'Why: the renewal job was still on the old scheduler, which we switched off last week.',
      },
      {
        afterSeconds: 40,
        by: 'Marek',
        text: 'We issue a new certificate by hand now and repair the job afterwards. Lena does it.',
      },
      {
        afterSeconds: 70,
        by: 'Lena',
        text: 'The new certificate is live on all four gateways. Handshakes succeed.',
      },
      {
        afterSeconds: 35,
        by: 'Login monitor',
        text: 'RESOLVED mobile-login: probe succeeded 5 of 5 times',
      },
      {
        afterSeconds: 30,
        by: 'Priya, support',
        text: 'Two customers confirm that they can log in again. We had 46 tickets in all.',
      },
      {
        afterSeconds: 30,
        by: 'Lena',
        text: 'For afterwards: move the renewal job to the new scheduler, and alert two weeks before a certificate ends.',
      },
    ],
  },
];
