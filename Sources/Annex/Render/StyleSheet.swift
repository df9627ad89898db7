/// The page's style: one accent, rules instead of boxes, and everything at least 7:1 on white.
enum StyleSheet {
  static let screen = """
    :root{--ink:#16191b;--soft:#3f4449;--acc:#134e3a;--mid:#8a9893;--line:#c5cacd;
    --hair:#e2e5e6;--pale:#f3f5f4;--tint:#d5e3dc;
    --sans:"Segoe UI","Helvetica Neue",Arial,"Liberation Sans",sans-serif;
    --serif:Charter,"Sitka Text",Cambria,Georgia,"Liberation Serif",serif;
    --mono:ui-monospace,Consolas,Menlo,"Liberation Mono",monospace}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
    body{margin:0;background:#fff;color:var(--ink);font:400 1.0625rem/1.6 var(--sans);
    font-variant-numeric:lining-nums tabular-nums;hyphens:manual;overflow-wrap:break-word}
    a{color:var(--acc)}a:hover{background:var(--pale)}
    :focus-visible{outline:3px solid var(--acc);outline-offset:2px}
    .skip{position:absolute;left:-999em;top:0;z-index:2;background:#fff;
    padding:.75rem 1rem;border:3px solid var(--acc)}
    .skip:focus{left:0}
    .defs{position:absolute}
    .banner{background:var(--ink);color:#fff;padding:.55rem 1.25rem;font-size:.9375rem;
    line-height:1.45}
    .banner p{max-width:none;margin:0}
    .banner.pale{background:var(--pale);color:var(--ink);border-bottom:1px solid var(--line)}
    .wrap{max-width:74rem;margin:0 auto;padding-left:1.25rem;padding-right:1.25rem}

    .top{padding-top:1.5rem}
    .org{display:flex;flex-wrap:wrap;gap:.4rem 2rem;justify-content:space-between;
    align-items:baseline;max-width:none;margin:0;padding-bottom:.7rem;
    border-bottom:3px solid var(--ink)}
    .org b{font-size:1.1875rem}
    .org span{color:var(--soft);font-size:.9375rem}
    .kind{margin:3rem 0 .5rem;color:var(--soft);font-size:1rem;font-weight:600}
    .lead{max-width:38em;margin:1.25rem 0 0;line-height:1.5;
    font-size:clamp(1.125rem,1.05rem + .4vw,1.3125rem)}
    .meta{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:1rem 2rem;
    margin:2rem 0 0;padding:1rem 0;border-top:1px solid var(--line);
    border-bottom:1px solid var(--line)}
    .meta dt{font-size:.875rem;color:var(--soft);line-height:1.4}
    .meta dd{margin:0;font-weight:600}

    h1,h2,h3,h4{margin:0;line-height:1.18;font-weight:700;letter-spacing:-.012em}
    h1{max-width:18em;line-height:1.08;letter-spacing:-.022em;
    font-size:clamp(2rem,1.3rem + 2.9vw,3.25rem)}
    h2{margin-bottom:1.25rem;padding-top:.9rem;border-top:3px solid var(--ink);
    font-size:clamp(1.5rem,1.3rem + .8vw,2rem)}
    h3{margin:2.75rem 0 .75rem;font-size:1.3125rem}
    h4{margin:1.75rem 0 .4rem;font-size:1.0625rem;letter-spacing:0}
    .no{margin-right:.5em;color:var(--acc)}
    section+section>h2{margin-top:4.5rem}
    main{min-width:0}main:focus{outline:0}
    .body{padding-top:2.5rem;padding-bottom:4rem}
    .toc{margin-bottom:2.5rem;font-size:.9375rem;line-height:1.4}
    .toc h2{margin:0 0 .6rem;padding:0;border:0;font-size:1rem}
    .toc ol{list-style:none;margin:0;padding:0;columns:17rem;column-gap:2rem}
    .toc li{display:flex;gap:.6rem;break-inside:avoid;padding:.28rem 0}
    .toc span{min-width:1.4em;color:var(--soft)}
    .toc a{color:var(--ink);text-decoration:none}.toc a:hover{text-decoration:underline}

    p,ul.t{max-width:40em;margin:0 0 1rem}
    ul.t{padding-left:1.25em}ul.t li{margin:.3rem 0}
    .small,.note{font-size:.9375rem;line-height:1.5;color:var(--soft)}
    .note{margin:.7rem 0 1.25rem}
    .note .key{margin-right:1rem}
    sup.f{position:relative;top:-.45em;margin-left:.18em;vertical-align:baseline;
    font-size:.6875rem;line-height:0;font-weight:400;letter-spacing:0}
    sup.f a{padding:.15em .05em .05em;color:var(--soft);text-decoration:none;
    border-bottom:1px dotted var(--mid)}
    .nb,.id,.key{white-space:nowrap}
    .id{font-size:.9375em}
    code{font-family:var(--mono);font-size:.875em;overflow-wrap:anywhere}
    .keys{display:grid;grid-template-columns:repeat(auto-fit,minmax(11.5rem,1fr));
    gap:1.5rem 2rem;margin:1.75rem 0 2.25rem;padding:0;list-style:none}
    .keys li{padding-top:.6rem;border-top:1px solid var(--line)}
    .keys li>b{display:block;white-space:nowrap;font-size:2.5rem;line-height:1.1;
    letter-spacing:-.03em}
    .keys b sup.f{top:-1.5em}
    .keys li>span{display:block;font-size:.9375rem;line-height:1.45;color:var(--soft)}

    .scroll{margin:1.5rem 0 0;overflow-x:auto;background:
    linear-gradient(90deg,#fff 30%,#fff0) 0 0/3rem 100% no-repeat local,
    linear-gradient(270deg,#fff 30%,#fff0) 100% 0/3rem 100% no-repeat local,
    linear-gradient(90deg,#00000026,#0000) 0 0/.7rem 100% no-repeat,
    linear-gradient(270deg,#00000026,#0000) 100% 0/.7rem 100% no-repeat}
    table{width:100%;border-collapse:collapse;font-size:.9375rem;line-height:1.42}
    caption{padding:0 0 .6rem;text-align:left;font-weight:700;line-height:1.4}
    .cap{display:block;position:sticky;left:0;width:max-content;
    max-width:min(44em,calc(100vw - 2.5rem))}
    .u{display:block;font-weight:400;color:var(--soft)}
    th,td{padding:.48rem .9rem .48rem 0;text-align:left;vertical-align:top;
    border-bottom:1px solid var(--hair)}
    th:last-child,td:last-child{padding-right:0}
    thead th{vertical-align:bottom;font-size:.875rem;font-weight:600;
    border-bottom:2px solid var(--ink)}
    tbody th{font-weight:400}
    tbody th[scope=rowgroup]{padding-top:1rem;font-weight:700;border-bottom-color:var(--line)}
    td.n,th.n{text-align:right;white-space:nowrap}thead th.n{white-space:normal}
    tr.sum th,tr.sum td{font-weight:700;border-top:1px solid var(--ink);
    border-bottom:1px solid var(--ink)}
    .kv th{width:34%;color:var(--soft)}
    .min{min-width:44rem}
    .fit{width:auto}.fit td,.fit th{padding-right:3rem}
    .dense{font-size:.875rem}.dense td,.dense th{padding-top:.25rem;padding-bottom:.25rem}
    tr:target,[id^=g7]:target{background:var(--tint)}

    figure{margin:2rem 0 0}
    figcaption{max-width:44em;margin:0 0 .75rem;font-weight:700;line-height:1.4}
    figcaption .u{font-size:.9375rem}
    svg.c{display:block;width:100%;height:auto;fill:var(--ink);font:14px var(--sans)}
    svg.na{display:none}
    svg .s{fill:var(--soft);font-size:13px}svg .b{font-weight:700}
    svg .e{text-anchor:end}svg .mi{text-anchor:middle}
    .ic{width:1em;height:1em;flex:none;margin-right:.45em;vertical-align:-.12em}
    .st{white-space:nowrap;font-weight:600}
    .badge{display:inline-flex;align-items:center;padding:.06rem .6rem .06rem .5rem;
    border:1.5px solid var(--ink);border-radius:2px;background:#fff;font-size:.9375rem;
    line-height:1.5;font-weight:600;white-space:nowrap}
    .outside{border-style:dashed}

    .theme{margin-top:3.25rem}
    .theme>h3{margin-top:0;padding-top:.8rem;border-top:1px solid var(--ink)}
    .count{margin:-.35rem 0 1rem;color:var(--soft)}
    blockquote{max-width:38em;margin:0 0 1.1rem;padding:0 0 0 1.15rem;
    border-left:3px solid var(--mid)}
    blockquote p{margin:0;font:400 1.1875rem/1.5 var(--serif)}
    blockquote footer{font-size:.875rem;line-height:1.5;color:var(--soft)}
    .msk{padding:0 .3em;border:1px solid var(--mid);border-radius:2px;color:var(--soft);
    font-family:var(--sans);font-size:.8em}
    .komm{max-width:46em;margin:1.5rem 0 0;padding:1rem 1.25rem 1.1rem;background:var(--pale);
    border-left:3px solid var(--acc)}
    .komm h4{margin-top:0}.komm p:last-child{margin-bottom:0}
    .forslag{max-width:46em;margin:0}
    .forslag div{display:grid;grid-template-columns:3.4rem 12.5rem 1fr;gap:.25rem .5rem;
    align-items:baseline;padding:.55rem 0;border-top:1px solid var(--hair)}
    .forslag div:first-child{border-top-color:var(--line)}
    .forslag dt{font-weight:700}.forslag dd{margin:0}
    .warn{max-width:40em;margin:1.5rem 0;padding:.1rem 0 .1rem 1.1rem;
    border-left:6px solid var(--ink)}
    .warn p{margin:0;font-weight:600}
    .foot{max-width:none;margin:0;padding:1.25rem 0 3rem;border-top:3px solid var(--ink);
    font-size:.9375rem;color:var(--soft)}

    @media (min-width:70rem){
    .body{display:grid;grid-template-columns:14.5rem minmax(0,1fr);column-gap:4rem}
    .toc{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);
    overflow:auto;margin:0}
    .toc ol{columns:1}}
    @media (max-width:43.99rem){
    body{font-size:1rem}.wrap{padding-left:1rem;padding-right:1rem}.banner{padding:.55rem 1rem}
    .top{padding-top:1rem}.kind{margin-top:2rem}.body{padding-top:1.75rem}
    .meta{gap:1rem}.meta dd{font-size:.9375rem}
    section+section>h2{margin-top:3.25rem}h3{font-size:1.1875rem}
    svg.wi{display:none}svg.na{display:block;max-width:26rem}
    .keys{grid-template-columns:1fr 1fr;gap:1.25rem}.keys li>b{font-size:1.75rem}
    .keys b sup.f{top:-1.2em}
    .kv th{width:38%}.fit td,.fit th{padding-right:1rem}
    .komm{padding:.9rem 1rem}
    .forslag div{grid-template-columns:3.4rem 1fr}.forslag .d{grid-column:2}}

    """

  static let paper = """
    @media print{
    body{font-size:10.5pt;line-height:1.45}.wrap{max-width:none;padding:0}
    .body{display:block!important;padding:0}.skip{display:none}
    .banner,.banner.pale{margin-bottom:4pt;padding:2pt 8pt;background:#fff;color:#000;
    border:1.5px solid #000;font-size:9pt}
    .top{padding-top:10pt}.kind{margin-top:12pt}h1{font-size:27pt}.lead{margin-top:8pt;font-size:12.5pt}
    .meta{grid-template-columns:repeat(4,1fr);margin-top:12pt;padding:8pt 0}
    .toc{position:static;margin:14pt 0 0;font-size:9.5pt}.toc ol{columns:2}
    .toc li{padding:1pt 0}
    h2{padding-top:8pt;border-top-width:2pt;font-size:18pt}
    h3{margin-top:20pt;font-size:13.5pt}h4{margin-top:12pt;font-size:10.5pt}
    section+section>h2{margin-top:30pt}#s0{margin-top:8pt}#s0>h2{margin-bottom:0}#s0 .scroll{margin-top:8pt}
    #s1,#s4,#s5,#s7,#s11,#ba{break-before:page}
    #s1>h2,#s4>h2,#s5>h2,#s7>h2,#s11>h2,#ba>h2{margin-top:0}
    h2,h3,h4,caption,figcaption,.count{break-after:avoid}
    .scroll{overflow:visible;margin-top:14pt;background:none;break-inside:avoid}
    .scroll.long{break-inside:auto}
    figure,blockquote,.komm,.forslag div,.keys,tr{break-inside:avoid}
    .small,.note{break-before:avoid;font-size:9pt}.count{font-size:9pt}
    .grp tbody{break-inside:avoid}
    p,li{orphans:3;widows:3}thead{display:table-header-group}
    .cap{position:static;max-width:none}
    figure{margin-top:14pt}
    table{font-size:8.75pt;line-height:1.35}.min{min-width:0}.dense{font-size:8pt}
    caption{font-size:9.75pt}thead th{font-size:8.25pt}
    th,td{padding:3pt 7pt 3pt 0}.kv{font-size:8.25pt}.kv td,.kv th{padding-top:1.2pt;padding-bottom:1.2pt}
    .dense td,.dense th{padding-top:1.5pt;padding-bottom:1.5pt}
    figcaption .u{font-size:9pt}
    svg.c{font-size:15px}svg .s{font-size:14px}
    svg.na{display:none!important}svg.wi{display:block!important}
    a{color:inherit;text-decoration:none}
    a[href^="http"]::after{content:" (" attr(href) ")";font-size:8.5pt}
    .komm{-webkit-print-color-adjust:exact}
    blockquote p{font-size:11.5pt}
    .keys{grid-template-columns:repeat(4,1fr)}.keys li>b{font-size:22pt}
    .keys b sup.f{top:-1.4em}sup.f{font-size:6.5pt}
    .foot{margin-top:24pt;padding-bottom:0;font-size:9pt;break-inside:avoid}}

    """

  /// The margins of a printed page, with the running head in them.
  static func page(_ runningHead: String, isSynthetic: Bool) -> String {
    let font =
      "font:8pt \"Segoe UI\",Arial,\"Liberation Sans\",sans-serif;color:#3f4449;"
    let top = font + "vertical-align:bottom;padding-bottom:5mm;white-space:nowrap"
    var style = "@page{size:A4;margin:23mm 20mm 20mm 20mm;"
    style += "@top-left{content:\(HTMLText.styleString(runningHead));\(top)}"
    style += "@top-right{content:\"sida \" counter(page) \"(\" counter(pages) \")\";\(top)}"
    if isSynthetic {
      style += "@bottom-left{content:\"Exempel med påhittade uppgifter\";\(font)}"
    }
    return style + "}\n"
  }
}
