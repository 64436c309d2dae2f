import { ELSEWHERE } from './cues-elsewhere.js';

/** What a sentence may be doing. A cue is a hint for a proposal, never a fact. */
const CUES = [
  'symptom',
  'investigating',
  'suspected',
  'ruled-out',
  'found',
  'cause',
  'change',
  'acting',
  'done',
  'escalated',
  'decided',
  'recovering',
  'recovered',
  'communicated',
  'follow-up',
  'promise',
  'correction',
  'hedge',
  'unknown',
  'chatter',
] as const;
export type Cue = (typeof CUES)[number];

/** Verbs of repair, as stems: `restart` stands for restarting, restarted, restart. */
const REPAIR =
  're-?start|reboot|roll|revert|re-?deploy|deploy|rebuil[dt]|re-?index|restor|fail(?:ed|ing)? ?over|switch|drain|block|disabl|enabl|re-?enabl|scal|increas|decreas|reduc|rais|lower|throttl|rate-?limit|purg|clear|flush|kill|patch|appl[yi]|push|swapp?|replac|reconfigur|re-?rout|redirect|shedd?|dropp?|delet|remov|isolat|promot|re-?sync|re-?run|copy|import|shutt|upgrad|downgrad|rotat|renew|re-?issu|tun|spread|bypass|provision|evict|truncat|re-?creat|hotfix|bump|repair|correct|adjust|optimi[sz]|redistribut|rebalanc|power|paus|shift|expand|extend|merg|ship';

const ENGLISH: Readonly<Record<Cue, RegExp>> = {
  symptom:
    /\b(?:down|outage|unavailable|unreachable|inaccessible|unresponsive|5\d\ds?|errors?|timeouts?|timing out|times? out|slow\w*|latency|fail(?:s|ing|ures?)|crash\w*|degraded|complain\w*|tickets?|getting (?:calls|pings|reports|paged|mails)|bounc(?:e|es|ed|ing)|kick(?:ed|ing|s) (?:\w+ )?out|logged out|reports? (?:of|from)|broken|hang(?:s|ing)?|stuck|spik(?:e|es|ing)|elevated|dropp(?:ed|ing)|(?:white|blank|error) pages?|spinn\w+|not (?:responding|loading|working|reachable)|(?:can(?:'|no)?t|cannot|unable to|won't|doesn't|don't|nobody can|no one can) (?:\w+ )?(?:load|log|connect|open|reach|check|buy|order|pay|use|access|sign|see|send|get|complete))\b/i,
  investigating:
    /\b(?:look(?:ing|ed)? (?:at|into|through)|investigat\w*|checking|digging|digs? into|start(?:ed|ing) (?:with|on|by)|going through|examin\w*|debugging|tracing|analy[sz]ing|comparing|bisecting|profiling|pulling (?:the |up )?(?:logs|slow|metrics|traces|heap|dumps?|graphs)|reading (?:the |db |up )?(?:logs|code|up)|reviewing|narrowing|taking (?:a|heap|thread) (?:look|dumps?)|running (?:a )?(?:full )?(?:check|diagnostics|trace)|inspect\w*|triag\w*|takes? (?:the )?[\w ]{3,40}, \w+ takes?)\b/i,
  suspected:
    /\b(?:I think|we think|I(?:'d| would)? (?:guess|bet|say)|(?:first|my|best|wild|initial) guess|suspect\w*|suspicio\w+|theory|hypothes[ie]s|(?:might|may|could|must) (?:it |\w+ )?(?:be|have been)|could it be|maybe|perhaps|possibly|probably|looks like|seems (?:to be|like)|smells like|sounds like|wonder(?:ing)? (?:if|whether)|is it (?:the|a|our)|coincidence|related to|blam(?:e|ing)|assum(?:e|ing|ption)|presumably)\b/i,
  'ruled-out':
    /\b(?:(?:it'?s|so|that'?s|this is) (?:definitely |probably |clearly )?not (?:the|our|a|an|it|dns|network|us|capacity)\b|(?:is|was|are|were) (?:definitely |probably |clearly )?not (?:the|our|it|related|caused|due|because)\b|(?:isn'?t|wasn'?t|aren'?t) (?:the|our|it|related|caused|due|to blame)|not (?:the )?(?:culprit|cause|problem|related)|not (?:our|the) (?:deploy\w*|release|change|network|db|database|app|code|lb|cdn|dns)|no (?:change|improvement|effect|difference|luck|help|good)\b|(?:did|does|has|have|had)(?:n'?t| not) (?:help|fix|change|work|ma[dk]e|improve|solve|explain)\w*|no better|(?:not|n'?t) any better|false (?:lead|start|trail|positive)|red herring|dead end|rul(?:ed|es?|ing) (?:\w+ |it |that |them )?out|(?:is|was|are|seems?|be) unrelated|unrelated to|nothing (?:to do with|wrong|there|unusual|suspicious|odd)|same (?:errors?|latency|thing|result|behaviou?r|problem|symptoms?|rate|as before)|(?:errors?|latency|rate|load|everything) (?:is |are )?(?:unchanged|the same)|unchanged|(?:look|looks|is|are|seems?|answers?|works?|responds?) (?:all |perfectly |absolutely |just )?(?:fine|clean|healthy|ok(?:ay)? after all|innocent|normal)|\b(?:healthy|innocent|clean|fine)(?=,| here| everywhere|\.|$)|wrong (?:track|tree|path|lead)|back to square|not it\b|nope\b|not that\b|(?:isn'?t|not) \w+(?:'s)? fault|victims? (?:too|like)|can be excluded|off the (?:list|hook|table)|cross(?:ed|ing)? (?:\w+ )?off|in vain|to no avail|without (?:success|effect|improvement|result)|still (?:failing|down|broken|the same|erroring|happening|crashing|slow|timing out)|(?:artefact|artifact)|failed to fix|no good\b|(?:can(?:'|no)?t|cannot|couldn'?t|could not) (?:be|have been) (?:the|our|a|an|it|that|this)\b|(?:^|[.,;!] )(?:so )?not an? \w|zero (?:difference|effect|change)|(?:nobody|no one|nothing)(?:'s| is| was) (?:attacking|hitting|to blame)|made (?:it|things) worse)/i,
  found:
    /\b(?:found|turns out|it(?:'?s| is) (?:the|our) \w+|discovered|identified|spotted|pinpointed|narrowed (?:it )?down|traced (?:it |this |back )?to|got it\b|that'?s it\b|there it is|bingo|eureka|culprit|smoking gun|logs? (?:shows?|says?)|shows? (?:a|an|the|that|many|lots?|query|quer\w+|high|huge|we)|corrupt\w*|exhaust\w*|saturat\w*|overload\w*|deadlock\w*|contention|leak\w*|out of (?:memory|disk|space|connections|file|inodes|quota)|disk (?:is )?full|expired|misconfigur\w*|misconfig|missing|was set wrong|reproduc\w+|maxed|at 100 ?%|way off|lag\b|inconsisten\w+|can confirm|confirmed)\b/i,
  cause:
    /\b(?:root[- ]cause|the cause|caus(?:ed|es|ing)\b|because\b|due to|that'?s (?:it\b|why|what)|the (?:real |actual )?(?:reason|culprit|problem|issue|bug|trouble) (?:is|was)|turns out|as a result of|led to|which (?:made|meant|means|explains)|explains|found it|got it\b|responsible for|so that'?s|it(?:'?s| is| was) the (?:new|old|recent|\w+ (?:job|index|config|change|query|deploy|upgrade|flag|cert|migration)))/i,
  change:
    /\b(?:deploy(?:ed|ment|s)?|upgrad(?:e|ed|ing)|update[ds]? (?:to|of|the)|releas(?:e|ed)|shipped|migrat(?:ed|ion)|merged|chang(?:e|ed|es)\b|roll(?:ed)?[- ]?out|pushed|enabled|turned on|flipped|rotated|introduced|new (?:version|index|config\w*|rule|flag|feature|release|build|query|job|index)|config(?:uration)? (?:change|push|update)|maintenance|(?:peak|heavy|high)(?: \w+)? (?:load|traffic|hours?)|traffic (?:spike|peak|surge)|surge|cron\w*|batch job|expired|power (?:cut|outage|loss|failure)|cable|typo|ran (?:a|the|an)|certificate|died|storm|activ(?:e|ated) on|now (?:active|live)|(?:is|went|goes|going) live|about to (?:push|deploy|ship|merge)|pushing|switched (?:to|over)|turned off|detached|disconnected)\b/i,
  acting: new RegExp(
    `\\b(?:(?:${REPAIR}|mov|stopp?)(?:p|n|t|l|b|g|d)?ing\\b|(?:start(?:ed|ing)?|began|begin(?:ning)?|trying|going|about) (?:to |the |a |rolling |with (?:the )?)?(?:re-?start|restore|rollback|roll ?back|rebuild|failover|revert|re-?deploy|drain|repair|import)|taking .{2,30} (?:out|offline|down)|bringing .{2,40} (?:up|back|online)|turning (?:off|on)|rolling back)`,
    'i',
  ),
  done: new RegExp(
    `\\b(?:(?:${REPAIR})(?:p|n|t|l|b|g|d)?(?:ed|d)\\b|rolled back|rebuilt|reset\\b|sent back|took .{2,30} (?:out|offline)|turned (?:off|on)|shut (?:off|down)|brought .{2,40} (?:up|back|online)|(?:fix|patch|hotfix|change|revert|rollback) (?:(?:is|has been|was) (?:\\w+ )?(?:out|in|live|deployed|done|merged|applied|complete\\w*)|(?:live|deployed|done|merged|applied|complete\\w*))|failed over|cut over|is through)`,
    'i',
  ),
  escalated:
    /\b(?:rang (?:the|up|@|\w+'s)|ringing (?:the|up)|call(?:ing|ed) up|dial(?:l?ing|l?ed) in|fetch(?:ing|ed) (?:<@|@)|get(?:ting)? hold of|reach(?:ing|ed) out to|escalat(?:e|ed|ing|ion)|pag(?:ed|ing)\b|pag(?:e|ing) (?:the|out|in|<@|@)|pull(?:ed|ing)? in|bring(?:ing)? in|brought in|loop(?:ed|ing)? in|call(?:ed|ing)? (?:[\w@<>' -]{1,40} )?in\b|(?:get|got|getting) .{2,40} (?:on the (?:call|bridge|phone|line)|involved|out of bed)|wak(?:e|ing) (?:up )?(?:<@|@|the\b)|woke\b|open(?:ed|ing) (?:a|an) (?:\w+ ){0,3}(?:ticket|case) with|(?:raised|filed) (?:a|an) (?:\w+ ){0,2}(?:ticket|case) (?:with|at)|contact(?:ed|ing) (?:the )?(?:vendor|provider|support|upstream|\w+ support)|(?:told|briefed|informed|notified) (?:the )?(?:board|ceo|cto|vp|leadership|management|legal)|all[- ]hands|on the bridge|handed (?:over )?to (?:the )?\w+|on the phone with|asked the \w+ team|the \w+ team (?:is|are|has been|have been) (?:called|paged|joining|involved))/i,
  decided:
    /\b(?:decision|decided|decide to|we go (?:for|with)|going with|let'?s (?:go|do|roll|fail|restart|restore|revert|switch|try|stop|turn|disable)|agreed[:,]|plan:|the plan is|approved|go ahead|we(?:'ll| will) (?:roll|fail|restart|restore|revert|switch|disable|turn|not|go))\b/i,
  recovering:
    /\b(?:recover(?:s|ing|y|ed)?|com(?:es?|ing) back|(?:are|is|'re|'s|all) back\b|let(?:ting)? .{2,30} (?:back )?in\b|allowed (?:through|in|again)|open(?:ing|ed) (?:up|again)|stabili[sz]\w+|improv(?:es?|ing|ed)|(?:is|are|gets?|getting) better|(?:errors?|error rates?|latency|rates?|lag|queue|load|backlog) (?:is |are |has |have )?(?:fall|dropp|going|coming|down|decreas|declin|subsid|clear|drain)\w*|begin(?:s|ning)? to work|start(?:s|ed|ing)? (?:to )?(?:work|recover|serv|respond|succeed)\w*|works? again|working again|partial(?:ly)?|partly|bit by bit|gradually|first (?:order|request|login|payment)s? .{0,20}(?:through|in|ok)|catching up|mitigated|(?:calls|complaints|tickets|alerts|errors|pages|reports) (?:have |are |has )?(?:stopp?ed|ceas\w+|dr(?:ied|y|ying) up|slow(?:ed|ing) down|gone quiet)|get(?:ting)? in again|can (?:log in|order|pay|get in|connect) again|(?:errors?|[45]\d\ds?|latency|rate)\b.{0,12}\b(?:under|below|down to|only|at) \d)\b/i,
  recovered:
    /\b(?:(?:everything|all|site|website|service|services|api|app|it|we|checkout|login|functions?)(?:\s\w+)? (?:is|are|'s|'re) (?:\w+ )?(?:back|up|green|normal|healthy|operational|restored|ok|working)|(?:is|are|it'?s|we'?re|everything'?s) (?:all |fully |now )?(?:back|up again|online|green|healthy|normal)\b|back to normal|fully (?:back|operational|restored|recovered|functional)|all (?:clear|green|systems|services|functions)|normal(?:i[sz]ed)? again|resolved|restored|fixed)\b/i,
  communicated:
    /\b(?:status ?page|tweet(?:ed|ing)?|twitter (?:post|is up)|press (?:release|statement)|banner (?:is )?(?:up|live)|(?:posted|published|sent) (?:a |an |the |our )?(?:\w+ )?(?:status|update|statement|notice|announcement)|e-?mailed (?:the )?customers)\b/i,
  'follow-up':
    /\b(?:to-dos?|action items?|follow[- ]?ups?|next steps?|we (?:really |also |definitely )?(?:should|need to|must|ought to|have to|want to)|(?:should|needs?|must) (?:to )?(?:add|write|have|get|review|document|monitor|alert|test|make|build|automate|update|improve|move|set|be)|let'?s (?:add|write|document|schedule|set up|review|also|make|never|automate)|I(?:'ll| will|'m going to) (?:add|write|file|open|create|document|review|take|draft|schedule|set|make|own|look|do|build|handle|prepare|organi[sz]e|put|follow|talk|run)\b|would(?:'ve| have) (?:saved|helped|caught|told|been)|would (?:help|be (?:nice|good|great))|wish we had|could use (?:a|an|some)|should(?:'ve| have)|next time|long[- ]term|in (?:the )?future|so (?:that )?(?:this|it) (?:can'?t|doesn'?t|won'?t|never)|ticket for)\b/i,
  promise:
    /\b(?:eta\b|within (?:the|an?|\d+)|(?:in|about|another|give (?:us|me)|need|~) ?(?:\d+|a few|some|ten|five|half an?)(?:[- ]\d+)? ?(?:more )?(?:min\w*|hours?|h|m)\b|should (?:\w+ )?be (?:fixed|back|done|up|ok|okay|resolved|fine|good|over)|any minute|soon\b|almost there|will be (?:back|fixed|up|done))/i,
  correction:
    /\b(?:correction|artefact|artifact|measured wrong|misread|miscounted|mis-?typed|wrong (?:number|figure|dashboard|graph|query|column|metric|chart|filter|tab)|scratch that|ignore (?:that|my|the) |my (?:bad|mistake)|double[- ]count\w*|I was wrong|forget (?:it|that|this|what I|my)|strike that|never ?mind|nvm|wait,? no|no,? wait|oops|ignore (?:me|it|this)|that'?s (?:wrong|not right)|wrong,|(?:mis-?|mixed up|swapped) (?:the )?(?:read|digits|numbers)|(?:read|reading|saw|seeing|looking at) (?:it |that |the )?(?:\w+ )?(?:wrong|yesterday|weekly|staging)|(?:was|were) (?:reading|seeing|looking at) the|retract|disregard|that (?:number|figure) (?:is|was)|numbers? (?:is|are|was|were) (?:wrong|off)|not \d[\d.,]* ?%?|instead of \d|rather than \d|actually (?:it'?s |only |more like )?\d|real (?:number|figure))/i,
  hedge:
    /\b(?:probably|likely|presumably|maybe|perhaps|possibly|I (?:think|guess|suspect)|we (?:think|suspect|believe)|suspect\w*|might|may have|could be|seems?|appears?|not (?:yet )?(?:confirmed|sure|certain))\b/i,
  unknown:
    /\b(?:unknown|not known|no idea|don'?t know|not (?:yet )?clear|unclear|nobody knows|can'?t tell|could ?n'?o?t (?:be )?(?:determine|establish|find out|reproduc)\w*|not established|never found out|(?:still )?under investigation)\b/i,
  chatter:
    /\b(?:lol|haha+|hehe|rofl|thx|thanks|thank you|cheers|coffee|tea|pizza|lunch|dinner|breakfast|donuts?|cake|cookies?|beer|banana|popcorn|good (?:morning|night|luck|job|evening)|morning all|birthday|weekend|football|movie|weather|sleep|bed|bike|gif|meme|kitchen|chef|cat|dog|kids?|vacation|holiday|congrats|nice one|well done|ugh|ouch|yay|hooray|phew|happy (?:monday|friday))\b/i,
};

/** In capitals, or with a colon: in Spanish and Portuguese `todo` is a word like any other. */
const TODO = /\bTODOs?\b|\bTo-?[Dd]o:|\btodo:/;

/** The cues of a text, over all languages that we know some of. */
export function cuesIn(text: string): ReadonlySet<Cue> {
  const cues = new Set(CUES.filter((cue) => ENGLISH[cue].test(text) || ELSEWHERE[cue]?.test(text) === true));
  return TODO.test(text) ? cues.add('follow-up') : cues;
}
