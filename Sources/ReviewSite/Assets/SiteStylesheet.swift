/// How the site looks beyond what the reports have: forms, buttons, the pair, the waterfall.
enum SiteStylesheet {
  static let text = """
    :root{--accent:#0d5f72;--accent-deep:#094757;--paper:#fff;--mark:#ffe08a;--mark-line:#8a6100}
    [hidden]{display:none!important}
    .top .name a{color:#fff;text-decoration:none}
    .top .name a:focus-visible{color:var(--ink)}
    .trust .width{display:flex;flex-wrap:wrap;gap:.3rem 2rem;align-items:center;justify-content:space-between}
    .trust p{margin:0;max-width:none}
    .trust .old{color:var(--bad);font-weight:600}
    .who{display:flex;flex-wrap:wrap;gap:.25rem .8rem;align-items:center;margin:0}
    h1+.lead{margin-top:.25rem}
    .narrow{max-width:30rem}
    .field{margin:1rem 0}
    label{display:block;font-weight:600;margin-bottom:.25rem}
    .hint{margin:0 0 .35rem;color:var(--soft);font-size:.9rem}
    input[type=text],input[type=password],input[type=search],select,textarea{font:inherit;color:inherit;background:var(--paper);width:100%;min-height:2.75rem;padding:.5rem .65rem;border:1.5px solid #5c6b7a;border-radius:4px}
    textarea{min-height:4.5rem;resize:vertical}
    input:focus-visible,select:focus-visible,textarea:focus-visible,button:focus-visible,.button:focus-visible,.quiet-button:focus-visible{outline:3px solid #0a5279;outline-offset:2px}
    .checks{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center}
    .checks label{font-weight:400;margin:0;display:flex;gap:.5rem;align-items:center;min-height:2.75rem}
    .checks input{width:1.25rem;height:1.25rem;accent-color:var(--accent)}
    button,.button,.quiet-button{font:inherit;font-weight:600;line-height:1.25;cursor:pointer;display:inline-block;padding:.65rem 1.15rem;min-height:2.75rem;border-radius:4px;border:1.5px solid var(--accent);text-decoration:none}
    .button{background:var(--accent);color:#fff}
    .button:hover{background:var(--accent-deep);border-color:var(--accent-deep)}
    a.button:focus-visible,a.quiet-button:focus-visible{background:#fff3c4;color:var(--ink)}
    .quiet-button{background:var(--paper);color:var(--accent)}
    .quiet-button:hover{background:#e9f3f5}
    .plain-button{background:none;border:0;padding:.2rem .1rem;min-height:1.6rem;font-weight:400;color:var(--link);text-decoration:underline;text-underline-offset:.15em}
    .actions{display:flex;flex-wrap:wrap;gap:.6rem;max-width:none;margin:1.1rem 0}
    .filters{display:grid;grid-template-columns:minmax(10rem,16rem) minmax(10rem,16rem) 1fr auto;gap:0 1.25rem;align-items:end;margin:1rem 0;padding:.2rem 1rem;background:var(--wash);border:1px solid var(--line);border-radius:6px}
    .filters .quiet-button{margin:1rem 0}.filters.even{grid-template-columns:repeat(auto-fit,minmax(11rem,1fr))}
    .pager{display:flex;justify-content:space-between;gap:1rem;margin:1.2rem 0;align-items:center}
    .pager a{padding:.5rem 0}
    .done{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;align-items:center;margin:1.1rem 0 -.6rem;padding:.45rem 1rem;border-left:5px solid var(--good);background:#eaf5ee}
    .done p{margin:0}.done form{margin:0}.done .quiet-button{padding:.35rem .9rem;min-height:2.2rem}
    .pair{display:grid;grid-template-columns:minmax(0,1fr) 20rem;gap:0 2.25rem;align-items:start}
    .pair h1{margin-top:1.6rem}
    .decide{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow-y:auto;margin-top:1.6rem;padding:.2rem 1.1rem .5rem;border:1px solid var(--line);border-top:4px solid var(--accent);border-radius:0 0 6px 6px;background:var(--wash)}
    .decide h2{margin:.8rem 0 .2rem;font-size:1.15rem}
    .standing{border-left:4px solid var(--accent);padding:.1rem .8rem;background:var(--paper);font-size:.94rem}
    .rulings{display:grid;gap:.5rem;margin:1rem 0 .4rem}
    .ruling{display:block;width:100%;text-align:left;background:var(--paper);color:var(--ink);padding:.5rem .8rem}
    .ruling:hover{background:#e9f3f5}
    .ruling span{display:flex;justify-content:space-between;gap:1rem;align-items:baseline}
    .ruling small{font-size:.84rem}
    kbd{font:600 .8rem/1 ui-monospace,Menlo,Consolas,"Liberation Mono",monospace;padding:.2rem .4rem;border:1px solid #8593a1;border-bottom-width:2px;border-radius:4px;background:var(--paper);color:var(--soft)}
    html:not(.js) .ruling kbd{display:none}
    #records-caption{font-size:1.05rem}
    .evidence td b{font-weight:500;font-size:1.02rem;letter-spacing:.005em}
    .evidence tbody th{color:var(--soft);min-width:7rem}
    mark{background:var(--mark);color:inherit;box-shadow:inset 0 -2px 0 var(--mark-line);border-radius:2px}
    .no-marks mark{background:none;box-shadow:none}
    .missing{color:var(--soft);font-style:italic}
    .content{font-size:.82rem}
    .waterfall{display:block;width:100%;min-width:42rem;max-width:60rem;font:13px/1 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
    .waterfall text{fill:var(--ink)}
    .waterfall .bits{font-variant-numeric:tabular-nums;font-weight:600}
    .waterfall .more{fill:#2b7a8c}.waterfall .less{fill:#b4452f}.waterfall .sum-bar{fill:var(--deep)}
    .waterfall .axis{stroke:#8593a1;stroke-width:1;fill:none}
    .waterfall .threshold{stroke:#734a00;stroke-width:1.5;stroke-dasharray:5 4;fill:none}
    .waterfall .link{stroke:#8593a1;stroke-width:1;fill:none}
    .figures .money dd{font-size:1.15rem;white-space:nowrap;line-height:1.9}
    .acts{display:grid;align-items:start;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:1rem;margin:1rem 0}
    .acts form{padding:.6rem .9rem .8rem;border:1px solid var(--line);border-radius:6px;background:var(--wash)}.acts .hint{margin:.1rem 0 .7rem}
    .answer{display:grid;grid-template-columns:minmax(19rem,1fr) minmax(14rem,1.2fr);gap:0 1.5rem;border:1px solid var(--line);border-radius:6px;padding:.1rem .9rem .3rem;margin:1rem 0;max-width:60rem}.answer .hint{grid-column:1/3}.answer .checks{align-self:end;margin-bottom:.8rem}.answer legend{font-weight:600;padding:0 .35rem}.answer .hint{margin:.2rem 0}.answer .field{margin:.4rem 0 .8rem}
    .step{border:1px solid var(--line);border-radius:6px;padding:.1rem .9rem;margin:.5rem 0;max-width:46rem}
    .parts ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;padding:0;margin:1rem 0 0}
    ul.bare{margin:.1rem 0;padding-left:1.1rem;max-width:none}ul.bare li{margin:.15rem 0}
    .story{max-width:none;padding-left:1.6rem}.story li{margin:.3rem 0}.story time{white-space:nowrap}
    ul.rows{font-size:.87rem;color:var(--soft)}
    details{margin:.8rem 0}summary{cursor:pointer;font-weight:600;padding:.35rem 0}
    .genogram,.timeline{display:block;font:13px/1 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
    .genogram{min-width:24rem}.genogram text,.timeline text{fill:var(--ink)}
    .genogram .person{fill:#fff;stroke:var(--ink);stroke-width:2}.genogram .past{stroke:#8593a1;stroke-dasharray:4 3}
    .genogram .tie{fill:none;stroke:var(--ink);stroke-width:1.5}.genogram .over{stroke-dasharray:7 5}.genogram .guess{stroke-dasharray:1.5 4}
    .genogram .home{fill:#eef5f6;stroke:var(--fill);stroke-width:2}.genogram .home-word{fill:#0d5f72;font-size:12px}
    .genogram .name{font-weight:600;font-size:12.5px}.genogram .year{font-size:12px}
    .timeline{min-width:60rem;width:100%}.timeline .lane{fill:#fff}.timeline .even{fill:var(--wash)}
    .timeline .spell{fill:#2b7a8c}.timeline .vague{fill:#bcd9df;stroke:#2b7a8c;stroke-width:1;stroke-dasharray:3 2}
    .timeline .sign{fill:#a3271c}.timeline .year-line{stroke:#c3ccd5;stroke-width:1}.timeline .year{font-size:12px;fill:var(--soft)}
    .timeline .concern{fill:#ffe9b0}.timeline .concern-word{font-size:12px;font-weight:600}
    .timeline .lane-word{font-size:12.5px}
    .figures{grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr))}
    @media (max-width:62rem){.pair{grid-template-columns:minmax(0,1fr)}.decide{position:static;max-height:none;margin-top:.5rem}.filters{grid-template-columns:1fr 1fr}}
    @media (max-width:40rem){.wide{min-width:19rem}.answer{grid-template-columns:minmax(0,1fr)}.answer .hint{grid-column:1}.filters{grid-template-columns:1fr}.filters .field{margin:.5rem 0}.width{padding-left:1rem;padding-right:1rem}.top ul{gap:.1rem 1.1rem}.top a{padding:.35rem 0}.ruling kbd{display:none}.evidence table,.evidence tbody{display:block}.evidence caption{display:block}.evidence thead{display:block}.evidence tr{display:grid;grid-template-columns:1fr 1fr;gap:0 .9rem;border-bottom:1px solid var(--line);padding:.45rem 0}.evidence thead tr{border-bottom:2px solid var(--ink);padding:0 0 .3rem}.evidence thead th:first-child,.evidence thead th:last-child{position:absolute;left:-999rem}.evidence th,.evidence td{border:0;padding:.1rem 0;min-width:0}.evidence tbody th{order:-2;align-self:center;font-size:.88rem}.evidence tbody td:last-child{order:-1;justify-self:end}.evidence .group th{grid-column:1/3;order:0}.button,.quiet-button{text-align:center}.actions>*{flex:1 1 auto}}
    @media (forced-colors:active){mark{forced-color-adjust:none;background:Highlight;color:HighlightText}.waterfall .more,.waterfall .less,.waterfall .sum-bar{fill:CanvasText}.waterfall .threshold{stroke:Highlight}}
    @media (prefers-reduced-motion:no-preference){.button,.quiet-button,.ruling{transition:background-color .12s}}
    @media print{.decide,.actions,.filters,.pager,.who,.done form{display:none}.pair{display:block}details:not([open])>*{display:none}mark{background:none;border-bottom:2pt solid #000}}

    """
}
