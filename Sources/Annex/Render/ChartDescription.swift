/// Says in words what a chart shows, every value of it.
struct ChartDescription {
  let plain: PlainText

  func words(_ chart: Chart) -> String {
    switch chart.content {
    case .flow(let flow): self.flow(flow)
    case .weeks(let weeks): self.weeks(weeks)
    case .ratios(let ratios): self.ratios(ratios)
    case .bars(let bars): self.bars(bars)
    case .progress(let progress): self.progress(progress)
    }
  }

  private func said(_ measure: Measure, _ noun: Noun) -> String {
    Swedish.capitalised(plain.words(measure, noun))
  }

  private func flow(_ flow: FlowChart) -> String {
    var sentences = ["\(said(flow.read, .records)) lästes in."]
    for part in flow.setAside {
      sentences.append("\(Swedish.capitalised(part.label)): \(plain.words(part.measure, nil)).")
    }
    let channels = flow.channels.map { "\(plain.words($0.measure, nil)) \($0.label)" }
    let split = channels.isEmpty ? "" : ": " + channels.joined(separator: ", ")
    sentences.append("\(said(flow.accepted, .submissions)) ingår\(split).")
    return sentences.joined(separator: " ")
  }

  private func weeks(_ chart: WeekChart) -> String {
    chart.panels.map { panel in
      let values = zip(chart.weeks, panel.values).map {
        "vecka \($0) \(plain.words($1, nil))"
      }
      return "\(panel.label): \(values.joined(separator: ", "))."
    }.joined(separator: " ")
  }

  private func ratios(_ chart: RatioChart) -> String {
    var sentences = [
      "Kvot mellan andelen bland dem som svarade och andelen i befolkningen, "
        + "logaritmisk skala."
    ]
    for row in chart.groups.flatMap(\.rows) {
      var words = "\(row.label): \(Swedish.lowered(row.comparison.label))"
      if let ratio = row.ratio, let value = ratio.value {
        let low = row.ratioLow?.value?.cellText
        words += ", kvot " + (low.map { "\($0) till " } ?? "") + value.cellText
        if let span = row.span?.value { words += ", spann \(span.cellText)" }
      } else if row.ratio != nil {
        words += ", antalet visas inte"
      }
      if let gap = row.gap?.value { words += ", skillnad \(gap.cellText)" }
      sentences.append(words + ".")
    }
    return sentences.joined(separator: " ")
  }

  private func progress(_ chart: ProgressChart) -> String {
    chart.panels.map { panel in
      let values = zip(chart.steps, panel.values).map { step, value in
        "\(step) \(value.map { "\($0.cellText) procent" } ?? "ingen uppgift")"
      }
      return "\(panel.label), i befolkningen \(panel.reference.cellText) procent: "
        + "\(values.joined(separator: ", "))."
    }.joined(separator: " ")
  }

  private func bars(_ chart: BarChart) -> String {
    chart.bars.map { bar in
      guard let secondNoun = chart.secondNoun else {
        let share = bar.second.value.map { ", \($0.cellText) procent" } ?? ""
        let weighted = bar.weighted?.value.map { ", viktad andel \($0.cellText) procent" } ?? ""
        return "\(bar.label): \(plain.words(bar.value, chart.noun))\(share)\(weighted)."
      }
      return "\(bar.label): \(plain.words(bar.value, chart.noun)) i "
        + "\(plain.words(bar.second, secondNoun))."
    }.joined(separator: " ")
  }
}
