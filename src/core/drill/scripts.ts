import type { Severity } from '../incident/incident.js';

/** One line of a practice incident. */
export interface DrillStep {
  /** Seconds after the line before it; the first is said as soon as the channel is open. */
  readonly afterSeconds: number;
  /** An invented person, or a monitor. */
  readonly by: string;
  /** A monitor speaks by itself, and its lines are alerts. */
  readonly isMonitor?: true;
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
        isMonitor: true,
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
        text: 'About 8% of new orders fail, that is one in twelve.',
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
        text: 'The errors come from the two checkout pods that were started last, the other six have none.',
      },
      {
        afterSeconds: 50,
        by: 'Noor',
        text: 'Found it: the errors are caused by the config change from half an hour ago. It cut their connection pool from 50 to 5, and only new pods have it.',
      },
      { afterSeconds: 40, by: 'Tomas', text: 'I put the old config back now, one pod after the other.' },
      {
        afterSeconds: 75,
        by: 'Noor',
        text: 'Rolled the config change back and restarted both pods.',
      },
      {
        afterSeconds: 40,
        by: 'Order monitor',
        isMonitor: true,
        text: 'RESOLVED checkout: 0.3% of POST /orders answer 500 over 5 minutes (threshold 2%)',
      },
      {
        afterSeconds: 45,
        by: 'Ilse, support',
        text: 'A test order went through, and two of the three customers have ordered by now. No order was charged twice.',
      },
      {
        afterSeconds: 40,
        by: 'Tomas',
        text: 'Two follow-ups from me: add an alert for pools that are more than 80% in use, and have changes of pool sizes reviewed.',
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
        isMonitor: true,
        text: 'ALERT mobile-login: probe failed 5 of 5 times from two regions, TLS handshake error',
      },
      {
        afterSeconds: 35,
        by: 'Priya, support',
        text: 'Eleven customers have written in so far. The app says “no connection”; on the web site the same people can log in.',
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
        text: 'Found it: the certificate of the mobile gateway has expired, that is the root cause. It ended when the first probe failed.',
      },
      {
        afterSeconds: 45,
        by: 'Lena',
        text: 'The renewal did not run because its job was still on the old scheduler, which we switched off last week.',
      },
      {
        afterSeconds: 40,
        by: 'Marek',
        text: 'We issue a new certificate by hand now and repair the job afterwards. Lena does it.',
      },
      {
        afterSeconds: 70,
        by: 'Lena',
        text: 'Renewed the certificate of the mobile gateway by hand and deployed it to all four machines.',
      },
      {
        afterSeconds: 35,
        by: 'Login monitor',
        isMonitor: true,
        text: 'RESOLVED mobile-login: probe succeeded 5 of 5 times',
      },
      {
        afterSeconds: 30,
        by: 'Priya, support',
        text: 'About 4,000 customers were affected and could not log in to the app; 46 wrote to us.',
      },
      {
        afterSeconds: 30,
        by: 'Lena',
        text: 'Two follow-ups from me: move the renewal job to the new scheduler, and add an alert two weeks before a certificate ends.',
      },
    ],
  },
];
