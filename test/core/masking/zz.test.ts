import { maskSecrets } from '../../../src/core/masking/mask-secrets.js';
test('x',()=>{
  const line = "so the checkout pods on eu-west-1 are restarting again, p99 at 4.2s, error rate 23% (threshold 2%), I'm looking at the deploy from 10:35 and the load balancer logs, will report back in a few minutes ok?".slice(0,200);
  const l2="can't login since 10:35, the auth service says token expired, see <https://grafana.example/d/abc123/checkout?orgId=1&from=1717857003000|dashboard> <@U012AB3CD> key metric: 1717857003 errors, code 503, ok?";
  for(const l of [line,l2,line.slice(0,60)]){ for(let i=0;i<5000;i++)maskSecrets(l); const t=performance.now(); for(let i=0;i<20000;i++)maskSecrets(l); console.log(l.length,(performance.now()-t)/20,'µs');}
});
