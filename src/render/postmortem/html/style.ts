/** The page's only style sheet. When it changes, `STYLE_HASH` changes: a test says what to. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1d2733;--dim:#566270;--line:#d9dfe5;--soft:#f4f6f8;--link:#0b57b0;--mark:#fff3c4;--sev:#566270}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:76rem;padding:2rem 1.5rem 4rem;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:1}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header{border-left:.4rem solid var(--sev);padding-left:1rem;margin-bottom:1.5rem}
header[data-severity=SEV1]{--sev:#c62828}header[data-severity=SEV2]{--sev:#d9631e}header[data-severity=SEV3]{--sev:#b58900}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .6rem;text-wrap:balance}
header ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;margin:0;padding:0;color:var(--dim)}
header strong{color:var(--ink)}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;margin:0;padding:.6rem 0;border-block:1px solid var(--line);font-size:.9rem}
nav li{margin:0}nav a{text-decoration:none}nav a:hover{text-decoration:underline}
h2{font-size:1.3rem;line-height:1.3;margin:2.4rem 0 .6rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}
h3{font-size:1.05rem;margin:1.4rem 0 .4rem}
p,section>ul,section>ol{max-width:52rem}
ul,ol{padding-left:1.3rem}li{margin:.3rem 0}
em{color:var(--dim);font-size:.9em}
code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--soft);padding:.1em .3em;border-radius:3px}
.cite{font-size:.78em;text-decoration:none;color:var(--dim);white-space:nowrap;padding:.1em}
.cite:hover{text-decoration:underline;color:var(--link)}
:target{background:var(--mark);border-radius:3px}
table{width:100%;border-collapse:collapse;margin:1rem 0;font-size:.95rem}
th{text-align:left;font-size:.82rem;font-weight:600;color:var(--dim);border-bottom:2px solid var(--line);padding:.35rem .6rem}
td{vertical-align:top;border-bottom:1px solid var(--line);padding:.45rem .6rem}
th:first-child,td:first-child{padding-left:0}
.c-time,.c-duration,.c-due,.c-owner{white-space:nowrap;font-variant-numeric:tabular-nums}
.c-time{font-weight:600;width:6.5rem}
.c-kind,.c-source{white-space:nowrap;font-size:.88rem;color:var(--dim)}
.c-kind{width:9.5rem}.c-source{white-space:normal;width:9.5rem}
.c-mark{white-space:nowrap;color:var(--dim)}
.kind{--dot:#8493a2;display:inline-block;padding:.05rem .6rem;border-radius:1rem;background:var(--soft);color:var(--ink);white-space:nowrap}
.kind::before{content:"";display:inline-block;width:.55rem;height:.55rem;border-radius:50%;background:var(--dot);margin-right:.4rem}
.k-alert,.k-noticed,.k-impact{--dot:#c62828}
.k-suspected,.k-ruled-out,.k-found,.k-investigating{--dot:#7b4fc9}
.k-cause{--dot:#a0186b}
.k-action,.k-decided,.k-escalated{--dot:#1c64c4}
.k-alert-cleared,.k-recovering,.k-outcome{--dot:#1b8a4b}
.k-declared,.k-resolved,.k-reopened,.k-cancelled,.k-status,.k-severity{--dot:var(--ink)}
figure{margin:1.5rem 0;border:1px solid var(--line);border-radius:8px;overflow:hidden}
figure svg{display:block;width:100%;height:auto}
figcaption{padding:.4rem 1rem;font-size:.85rem;color:var(--dim);border-top:1px solid var(--line)}
.sources{list-style:none;padding:0;columns:22rem;column-gap:2rem;font-size:.9rem;max-width:none}
.sources li{break-inside:avoid}
.number{display:inline-block;min-width:2.4rem;color:var(--dim);font-variant-numeric:tabular-nums}
footer{margin-top:3rem;border-top:1px solid var(--line);color:var(--dim);font-size:.85rem}
@media (max-width:44rem){
body{padding:1rem 1rem 3rem}h1{font-size:1.45rem}
header ul{display:block}
.scroll{overflow-x:auto}figure svg{width:60rem}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody{display:block}
tr{display:flex;flex-wrap:wrap;gap:.15rem .7rem;padding:.6rem 0;border-bottom:1px solid var(--line)}
td,td:first-child{display:block;border:0;padding:0}
td:empty{display:none}
.c-time{order:-3}.c-kind{order:-2}.c-what-happened,.c-action,.c-measure,.c-from-to{flex-basis:100%}
.c-owner::before,.c-due::before,.c-source::before{content:attr(data-label) " ";color:var(--dim);font-size:.82rem}
.c-time,.c-kind,.c-source{width:auto}
}
@media screen and (prefers-color-scheme:dark){
:root{--paper:#12171d;--ink:#e4e9ee;--dim:#a3afbb;--line:#313b46;--soft:#1e262f;--link:#7ab4ff;--mark:#4a3f12}
header[data-severity=SEV1]{--sev:#ef5350}
.dm-paper,.dm-hollow{fill:#12171d}.dm-ink{fill:#e4e9ee}.dm-dim{fill:#a3afbb}.dm-line{stroke:#3a4551}.dm-rim{stroke:#12171d}
.dm-faint{fill:#1b222a}.dm-quiet{fill:#2a333d}
.dm-standing{fill:#e4e9ee}.dm-trouble{fill:#ef6b6b}.dm-search{fill:#a98bea}.dm-search-line{stroke:#a98bea}.dm-cause{fill:#e56bb5}.dm-deed{fill:#6aa5f5}.dm-relief{fill:#55c586}
.dm-phase-unnoticed{fill:#7a332b}.dm-phase-noticed{fill:#7a4a16}.dm-phase-investigating{fill:#665413}.dm-phase-identified{fill:#26466f}.dm-phase-monitoring{fill:#1f5138}.dm-phase-mitigated{fill:#1c5c3b}.dm-phase-over{fill:#333d47}
}
@media print{
@page{margin:16mm 14mm}
:root{--paper:#fff;--ink:#000;--dim:#444;--line:#bbb;--soft:#f2f2f2;--link:#000}
html{font-size:9.5pt}
body{max-width:none;padding:0;-webkit-print-color-adjust:exact;print-color-adjust:exact}
nav,.skip{display:none}
h2,h3{break-after:avoid}h2{margin-top:1.4rem}
tr,li,figure,header{break-inside:avoid}thead{display:table-header-group}
p{orphans:3;widows:3}
a{text-decoration:none}
.sources{columns:2;font-size:8.5pt}
}
`;

/** SHA-256 of the style sheet, as a Content-Security-Policy names it. */
export const STYLE_HASH = 'sha256-pvRmz9bJy0m7n7+Pt4iMfqq8WXlh76px4u/p1Kbitvo=';
