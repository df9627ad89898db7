extension PageWriter {
  mutating func chart(_ chart: Chart) {
    let id = "fig-\(Anchor.id(chart.id))"
    raw("<figure id=\"\(id)\"><figcaption>")
    text("\(chart.number). \(chart.title)")
    mark(chart.figure)
    raw("<span class=\"u\">")
    sentences(chart.unit)
    raw("</span></figcaption>\n")
    let description = ChartDescription(plain: plain).words(chart)
    if let wide = wide(chart), let narrow = narrow(chart) {
      drawing(wide, "wi", id, chart.title, description)
      drawing(narrow, "na", id, chart.title, description)
    } else {
      element("p", description)
    }
    raw("</figure>")
    // The signs stand on a line of their own, before what is said of them.
    let legends = chart.notes.filter(\.hasIcon)
    let rest = chart.notes.filter { !$0.hasIcon }
    for notes in legends.map({ [$0] }) + [rest] where !notes.isEmpty {
      raw("<p class=\"note\">")
      sentences(notes)
      raw("</p>")
    }
    raw("\n")
  }

  private func wide(_ chart: Chart) -> Drawing? {
    switch chart.content {
    case .flow(let flow): FlowDrawing(flow).wide()
    case .weeks(let weeks): WeekDrawing(weeks).drawing(width: 760)
    case .ratios(let ratios): RatioDrawing(ratios).wide()
    case .bars(let bars): BarDrawing(bars).wide()
    case .progress(let progress): ProgressDrawing(progress).drawing(width: 760)
    }
  }

  private func narrow(_ chart: Chart) -> Drawing? {
    switch chart.content {
    case .flow(let flow): FlowDrawing(flow).narrow()
    case .weeks(let weeks): WeekDrawing(weeks).drawing(width: 300)
    case .ratios(let ratios): RatioDrawing(ratios).narrow()
    case .bars(let bars): BarDrawing(bars).narrow()
    case .progress(let progress): ProgressDrawing(progress).drawing(width: 300)
    }
  }

  private mutating func drawing(
    _ drawing: Drawing, _ kind: String, _ id: String, _ title: String, _ description: String
  ) {
    let width = Drawing.number(drawing.width)
    let height = Drawing.number(drawing.height)
    raw(
      """
      <svg class="c \(kind)" viewBox="0 0 \(width) \(height)" role="img" \
      aria-labelledby="\(id)-\(kind)-t \(id)-\(kind)-d">
      """)
    element("title", "id=\"\(id)-\(kind)-t\"", title)
    element("desc", "id=\"\(id)-\(kind)-d\"", description)
    raw(drawing.markup)
    raw("</svg>\n")
  }
}

extension Sentence {
  fileprivate var hasIcon: Bool {
    runs.contains { run in
      if case .icon = run { true } else { false }
    }
  }
}
