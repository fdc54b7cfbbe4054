/// How the pages look: the system's own fonts, one column of text, tables that take the width they need.
public enum Stylesheet {
  /// The colours have a contrast of at least 4.5 to 1 for text, and 3 to 1 for lines that carry meaning.
  public static let markup: Markup = """
    :root{--ink:#1d2733;--soft:#4b5867;--line:#d3d9e0;--wash:#f4f6f8;--link:#0a5279;--deep:#123a4d;--fill:#2b7a8c;--gap:#c3ccd5;--bad:#a3271c;--good:#1d5c38;--care:#734a00}
    *{box-sizing:border-box}
    html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;color:var(--ink);background:#fff;-webkit-text-size-adjust:100%}
    body{margin:0}
    .width{display:block;max-width:76rem;margin:0 auto;padding:0 1.25rem}
    h1{font-size:1.9rem;line-height:1.2;letter-spacing:-.01em;margin:2rem 0 .35rem}
    h2{font-size:1.35rem;line-height:1.25;margin:2.75rem 0 .75rem}
    h3{font-size:1.05rem;margin:1.75rem 0 .5rem}
    p,ol,dl{margin:.6rem 0;max-width:46rem}
    ol li{margin:.5rem 0}
    a{color:var(--link);text-underline-offset:.15em}
    a:hover{text-decoration-thickness:2px}
    a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid #0a5279;outline-offset:2px}
    a:focus-visible,summary:focus-visible{background:#fff3c4}
    main:focus{outline:none}
    code{font:.93em/1.4 ui-monospace,"SFMono-Regular",Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere;unicode-bidi:isolate}
    .skip{position:absolute;left:-999rem;top:0;padding:.6rem 1rem;background:#fff;z-index:1}
    .skip:focus{left:.5rem;top:.5rem}
    .top{background:var(--deep);color:#fff}
    .top .width{display:flex;flex-wrap:wrap;gap:.25rem 2rem;align-items:baseline;justify-content:space-between;padding-top:.7rem;padding-bottom:.7rem}
    .top p{margin:0}.top strong{font-size:1.15rem;margin-right:.6rem;letter-spacing:.01em}
    .top ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:0;padding:0}
    .top a{color:#fff;display:inline-block;padding:.15rem 0;text-decoration:none}
    .top a:hover,.top a[aria-current]{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.35em}
    .top a:focus-visible{color:var(--ink)}
    .trust{margin:0;max-width:none;background:var(--wash);border-bottom:1px solid var(--line);font-size:.925rem;color:var(--soft)}
    .trust .width{padding-top:.5rem;padding-bottom:.5rem}.trust strong{color:var(--ink)}
    .lead{font-size:1.1rem;color:var(--soft);margin-top:0}
    .note{color:var(--soft);font-size:.925rem}
    small,.small{font-size:.85rem;color:var(--soft)}
    small{display:block;font-weight:400}
    .back{margin:1.25rem 0 -1rem;font-size:.925rem}
    .figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:.75rem;max-width:none;margin:1.25rem 0}
    .figures div{border-top:3px solid var(--fill);background:var(--wash);padding:.6rem .8rem .7rem}
    .figures dt{font-size:.9rem;color:var(--soft)}
    .figures dd{margin:0;font-size:1.55rem;line-height:1.25;font-weight:600;font-variant-numeric:tabular-nums}
    .figures small{margin-top:.15rem}
    .cards{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:1rem;margin:1rem 0;padding:0}
    .cards li{border:1px solid var(--line);border-top:3px solid var(--deep);padding:.8rem 1rem .6rem}.cards h3{margin:0 0 .2rem;font-size:1.15rem}.cards p{margin:.1rem 0 .5rem}
    .cards dl{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;margin:.4rem 0}.cards dt{font-size:.85rem;color:var(--soft)}.cards dd{margin:0;font-weight:600;font-size:1.2rem;font-variant-numeric:tabular-nums}
    .unseen{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
    .plot{margin:1rem 0;max-width:46rem}.plot svg{display:block;width:100%;height:auto}
    .downloads{margin:1rem 0}
    .pairs{display:grid;grid-template-columns:minmax(10rem,16rem) 1fr;gap:.4rem 1rem}
    .pairs dt{color:var(--soft)}.pairs dd{margin:0}
    .sum{font-size:1.1rem;font-variant-numeric:tabular-nums;margin:.5rem 0 .6rem}
    .sum b{white-space:nowrap}
    .key{display:inline-block;width:.8em;height:.8em;margin-right:.35em;border:1px solid var(--ink)}
    .warning-box,.error-box{border-left:5px solid var(--care);background:#fff8e8;padding:.75rem 1rem;max-width:46rem;margin:1rem 0}
    .error-box{border-color:var(--bad);background:#fdf0ee}
    .warning-box p,.error-box p{margin:.2rem 0}
    /* Shadows at the edges say that there is more to the side: two move with the table and cover two that stay. */
    .scroll{overflow-x:auto;margin:1rem 0;background:linear-gradient(90deg,#fff 40%,transparent) 0 0/2.5rem 100% local,linear-gradient(270deg,#fff 40%,transparent) 100% 0/2.5rem 100% local,linear-gradient(90deg,#1d27332e,transparent) 0 0/.55rem 100% scroll,linear-gradient(270deg,#1d27332e,transparent) 100% 0/.55rem 100% scroll;background-repeat:no-repeat;background-color:#fff}
    table{border-collapse:collapse;width:100%;font-size:.94rem}
    table code{overflow-wrap:break-word}time{white-space:nowrap}
    caption{text-align:left;font-weight:600;padding:.3rem 0 .5rem}
    caption small{display:inline;margin-left:.4rem}
    th,td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;border-bottom:1px solid var(--line)}
    th:last-child,td:last-child{padding-right:.2rem}
    thead th{vertical-align:bottom;border-bottom:2px solid var(--ink);font-size:.875rem;line-height:1.3}
    tbody th{font-weight:400;min-width:9rem}
    tfoot th,tfoot td{border-top:2px solid var(--ink);border-bottom:0;font-weight:600}
    .group th{font-weight:600;padding-top:1.1rem}
    .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    td.number small{white-space:normal}
    .number+:not(.number){padding-left:.9rem}
    .wide{min-width:18rem}
    .mark{display:block;min-width:6.6rem}
    .tag{display:inline-flex;align-items:center;gap:.35em;white-space:nowrap;font-size:.85rem;font-weight:600;line-height:1.3;padding:.15em .55em .15em .45em;border:1px solid currentColor;border-radius:3px}
    p .tag{margin-right:.35rem}
    .tag svg{width:.8em;height:.8em;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
    .good{color:var(--good);background:#eaf5ee}.warning{color:var(--care);background:#fff5de}.error{color:var(--bad);background:#fdeeec}.plain{color:var(--soft);background:var(--wash)}
    .bar{display:block;width:100%;min-width:6rem;max-width:11rem;height:.7rem;margin:.35rem 0 .15rem}
    .bar.long{max-width:46rem;height:1.1rem}
    .yes{fill:var(--fill)}.part{fill:var(--bad)}.none{fill:var(--gap)}
    .yes-key{background:var(--fill)}.part-key{background:var(--bad)}.none-key{background:var(--gap)}
    .spark{width:5.5rem;height:1.5rem;vertical-align:middle}
    .chart{margin:1rem 0;max-width:46rem}
    .chart svg{display:block;width:100%;height:11rem;border-bottom:1px solid var(--soft);border-left:1px solid var(--soft)}
    .chart figcaption{font-weight:600;margin-bottom:.5rem}
    .map{margin:1rem 0;max-width:46rem}.map>svg{display:block;width:100%;height:auto}.map figcaption{font-weight:600;margin-bottom:.5rem}
    .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin:.4rem 0;padding:0;font-size:.875rem}.legend svg{width:.9em;height:.9em;margin-right:.4em;vertical-align:-.1em}
    .ends{display:flex;justify-content:space-between;gap:1rem;margin:.2rem 0 0;font-size:.85rem;color:var(--soft);max-width:none}
    .line{fill:none;stroke:var(--fill);stroke-width:2;stroke-linejoin:round;vector-effect:non-scaling-stroke}
    .dot{fill:none;stroke:var(--deep);stroke-width:7;stroke-linecap:round;vector-effect:non-scaling-stroke}
    .grid{stroke:var(--line);stroke-width:1;vector-effect:non-scaling-stroke}
    .values{list-style:none;margin:0;padding:0;font-size:.94rem;min-width:11rem}
    .values li{display:inline-block;margin:0 .9rem .1rem 0;white-space:nowrap}
    .values code{white-space:pre-wrap}
    details summary{cursor:pointer;color:var(--link);font-size:.875rem;padding:.15rem 0}
    footer{margin-top:3.5rem;padding-top:.8rem;padding-bottom:2rem;font-size:.875rem;color:var(--soft)}
    footer p{border-top:1px solid var(--line);padding-top:.8rem;max-width:none}
    @media (max-width:40rem){h1{font-size:1.55rem}h2{font-size:1.2rem}.pairs{grid-template-columns:1fr;gap:0}.pairs dd{margin-bottom:.6rem}.figures{grid-template-columns:1fr 1fr}.figures dd{font-size:1.3rem}table{font-size:.9rem}.wide{min-width:13rem}tbody th{min-width:7.5rem}td{min-width:5.5rem}td.number{min-width:0}.number small{min-width:4rem}}
    @media (max-width:40rem){.stack{background:none;overflow:visible}.stack table,.stack tbody,.stack caption{display:block}.stack thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}.stack tr{display:block;padding:.55rem 0;border-bottom:1px solid var(--line)}.stack tr:first-child{border-top:2px solid var(--ink)}.stack th,.stack td{display:block;border:0;padding:.1rem 0;min-width:0;text-align:left}.stack tbody th{font-weight:600}.stack td::before{content:attr(data-label) ": ";color:var(--soft);font-size:.87rem}.stack td.number{white-space:normal}.stack .number+:not(.number){padding-left:0}.stack .wide{min-width:0}}
    @media (forced-colors:active){.yes{fill:CanvasText}.part{fill:Highlight}.none{fill:GrayText}.yes-key{background:CanvasText}.part-key{background:Highlight}.none-key{background:GrayText}.key,.bar,.yes,.part,.none{forced-color-adjust:none}.line,.dot{stroke:CanvasText}.scroll{background:none}}
    @media print{@page{margin:14mm}html{font-size:9.5pt}.skip,nav{display:none}.top{background:none;color:#000;border-bottom:1pt solid #000}.width{max-width:none;padding-left:0;padding-right:0}.scroll{overflow:visible;background:none}a{color:inherit;text-decoration:none}tr,figure,.figures div{break-inside:avoid}h2,h3,caption{break-after:avoid}thead{display:table-header-group}tfoot{display:table-row-group}.bar,.spark,.chart,.tag,.key{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    """
}
