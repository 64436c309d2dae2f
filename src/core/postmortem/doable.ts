import { ELSEWHERE } from './cues-elsewhere.js';

/** A verb of doing, with something that it is done to. */
const DOES =
  /\b(?:add|writ|review|updat|improv|document|creat|build|set(?:ting)? up|alert|monitor|test|train|mov|automat|fix|investigat|look(?:ing)? (?:at|into)|mak|put|rehears|drill|increas|reduc|enabl|disabl|enforc|remov|replac|separat|split|limit|check|chang|migrat|upgrad|back(?:ing)? up|renam|requir|restrict|stop|start|run|us|hav|keep|pin|lint|verif|validat|audit|measur|track|tun|rais|lower|rotat|renew|schedul|plan|defin|clean|delet|prevent|avoid|protect|guard|isolat|decoupl|cach|shard|scal|roll|deploy|releas|stag|canary|notif|pag|escalat|tell|ask|talk|contact|follow(?:ing)? up|find|figure|revisit|rethink|redesign|rewrit|refactor|rework|bring|shorten|extend|block|allow|log|expos|show|publish|communicat|sync|provision|order|buy|instal|configur|switch|turn|drop|handl|restor|rebuild|clarif|decid|evaluat|consider|inventor|list|map|need|get|record|collect|post|send|stop|do|try|give|learn|check|adopt|introduc|implement|harden|bump|retir|deprecat|trim|cap|rate-limit|throttl|retr|teach|share|merg|open|close|file|rename|alerts?|runbooks?|monitoring|tests?|drills?|limits?|checks?)(?:p|n|t|b|g|l|d)?(?:e|es|ed|ing|s|y|ies|ify)?\b(?:\s+\S+){0,4}?\s+[\p{L}\d]\S{2,}/iu;
/** Drinks, sweets and money talk: nobody means to be held to it. */
const JEST =
  /\b(?:beers?|drinks?|wine|whisk(?:e)?y|tequila|champagne|booze|pub|bar|coffee|pizza|cake|donuts?|cookies?|raise|bonus|payrise|lottery|stonks|bucks|get rich|quit(?:ting)? my job|vacations?|nap|hug|therapy)\b|(?:bier(?:e|chen)?|schnaps|kaffee|kuchen|feierabend|gehaltserh(?:ö|oe)hung|bi[èe]res?|ap[ée]ro|caf[ée]|cervezas?|ca[ñn]as|cerveja|birra|ビール|飲み|乾杯|啤酒|喝酒|奶茶|涨工资|加薪|奖金)|🍺|🍻|🍷|🥂|🍾|🍕|☕|🤑|💸|💰|:beers?:|:wine|:champagne:|:pizza:|:coffee:|:money/iu;

/** A phrase that names a thing to do, and not in jest. */
export const isDoable = (text: string): boolean =>
  !JEST.test(text) &&
  /\p{L}{2}/u.test(text.replace(/:[\w+-]+:/g, '')) &&
  (DOES.test(text) ||
    ELSEWHERE['follow-up']?.test(text) === true ||
    /[\p{Script=Han}\p{Script=Hiragana}]/u.test(text));
