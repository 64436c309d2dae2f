import type { Scenario } from './scenario.js';

const DAY = '2026-03-12';
const at = (clock: string): string => `${DAY}T${clock}+00:00`;

/** The incident that `npm run demo` shows. The company, the people and the outage are made up. */
export const demoIncident: Scenario = {
  id: 'demo',
  title: 'Photo uploads fail',
  timezone: 'Europe/Lisbon',
  cast: [
    { key: 'ines', name: 'Ines', role: 'on-call engineer', tz: 'Europe/Lisbon' },
    { key: 'tom', name: 'Tom', role: 'platform engineer', tz: 'Europe/London' },
    { key: 'aiko', name: 'Aiko', role: 'support lead', tz: 'Asia/Tokyo' },
    { key: 'ravi', name: 'Ravi', role: 'storage engineer', tz: 'Asia/Kolkata' },
  ],
  events: [
    { at: at('09:12:04'), do: 'bot_message', ref: 'a1', name: 'Prometheus', text: 'FIRING upload-api error rate 34% (limit 2%), since 09:11' },
    { at: at('09:13:30'), by: 'aiko', do: 'message', ref: 'm1', text: 'customers say their photos end in a red cross, since about ten past nine' },
    { at: at('09:14:02'), by: 'ines', do: 'message', ref: 'm2', text: 'looking' },
    { at: at('09:15:20'), by: 'ines', do: 'command', text: '/incident declare Photo uploads fail sev 2' },
    { at: at('09:16:00'), by: 'ines', do: 'command', text: '/incident lead @ines' },
    { at: at('09:16:40'), by: 'tom', do: 'join' },
    { at: at('09:17:10'), by: 'aiko', do: 'join' },
    { at: at('09:17:30'), by: 'aiko', do: 'command', text: '/incident role comms @aiko' },
    { at: at('09:19:12'), by: 'tom', do: 'message', ref: 'm3', text: 'I suspect the image resizer, we deployed it at 08:50. Rolling it back' },
    { at: at('09:21:00'), by: 'aiko', do: 'message', ref: 'm4', text: 'about 4% of uploads fail, says the dashboard' },
    { at: at('09:22:10'), by: 'aiko', do: 'edit', target: 'm4', text: 'about 40% of uploads fail, says the dashboard' },
    { at: at('09:22:30'), by: 'ines', do: 'react', target: 'm4', emoji: 'pushpin' },
    { at: at('09:27:45'), by: 'tom', do: 'message', ref: 'm5', text: 'resizer is rolled back, error rate unchanged. It was not the deploy' },
    { at: at('09:28:10'), by: 'ines', do: 'react', target: 'm5', emoji: 'x' },
    { at: at('09:30:00'), by: 'ines', do: 'command', text: '/incident update Uploads of photos fail for many customers, viewing works. We are looking at storage.' },
    { at: at('09:31:20'), by: 'ines', do: 'command', text: '/incident log pulled in @ravi from storage, the writes to the bucket time out' },
    { at: at('09:32:05'), by: 'ravi', do: 'join' },
    { at: at('09:34:50'), by: 'ravi', do: 'message', ref: 'm6', text: 'testing by hand: curl -u uploader:Qu1et-Harbour-77 https://storage.internal.example/health' },
    { at: at('09:36:15'), by: 'ravi', do: 'message', ref: 'm7', text: 'two of five storage gateways refuse TLS: their certificate ran out at 09:10' },
    { at: at('09:36:40'), by: 'tom', do: 'reply', ref: 'm8', to: 'm7', text: 'that fits, 40% is two in five' },
    { at: at('09:37:00'), by: 'ines', do: 'pin', target: 'm7' },
    { at: at('09:38:20'), by: 'ines', do: 'command', text: '/incident status identified expired certificate on two storage gateways' },
    { at: at('09:40:00'), by: 'ravi', do: 'message', ref: 'm9', text: 'taking both gateways out of the pool, the other three can carry it' },
    { at: at('09:44:30'), by: 'ravi', do: 'command', text: '/incident status mitigated uploads go through the three healthy gateways' },
    { at: at('09:45:10'), by: 'aiko', do: 'message', ref: 'm10', text: 'first customer confirms it works again' },
    { at: at('09:47:00'), by: 'tom', do: 'message', ref: 'm11', text: 'somebody owes the on-call a coffee' },
    { at: at('09:58:00'), by: 'ravi', do: 'command', text: '/incident log -5m new certificate installed on both gateways' },
    { at: at('10:02:40'), by: 'ravi', do: 'message', ref: 'm12', text: 'both gateways are back in the pool, error rate 0.1%' },
    { at: at('10:05:00'), by: 'ines', do: 'command', text: '/incident resolve uploads work, all five gateways serve' },
    { at: at('10:06:10'), by: 'ines', do: 'command', text: '/incident impact about 40% of photo uploads failed from 09:10 to 09:44; viewing was not affected' },
    { at: at('10:07:00'), by: 'ravi', do: 'command', text: '/incident cause the certificate of two storage gateways expired; their renewal had been switched off during the move in January' },
    { at: at('10:07:40'), by: 'ravi', do: 'command', text: '/incident fix took the two gateways out of the pool, installed a new certificate, put them back' },
    { at: at('10:08:30'), by: 'ines', do: 'command', text: '/incident task alert two weeks before any certificate expires @tom by 2026-03-27' },
    { at: at('10:09:00'), by: 'ravi', do: 'command', text: '/incident task switch certificate renewal on again for all gateways @ravi by March 13' },
    { at: at('10:09:40'), by: 'aiko', do: 'message', ref: 'm13', text: 'we should have a banner ready for upload trouble' },
  ],
};
