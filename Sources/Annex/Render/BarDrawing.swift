/// Draws horizontal bars with both numbers at their ends.
///
/// Where answers are weighted, each has a second bar under the first: an outline, so that the two
/// are told apart without colour.
struct BarDrawing {
  private let chart: BarChart
  private let largest: Double
  private let isWeighted: Bool

  init(_ chart: BarChart) {
    self.chart = chart
    let isWeighted = chart.bars.contains { $0.weighted != nil }
    self.isWeighted = isWeighted
    // Bars of two kinds have the shares for their lengths, others the counts.
    let lengths = chart.bars.flatMap { bar in
      isWeighted ? [Self.share(bar.second), Self.share(bar.weighted)] : [Self.count(bar)]
    }
    largest = lengths.compactMap(\.self).max() ?? 0
  }

  private static func count(_ bar: BarChart.Bar) -> Double? {
    bar.value.value?.wholeNumber.map(Double.init)
  }

  private static func share(_ measure: Measure?) -> Double? { measure?.value?.numbers.first }

  func wide() -> Drawing? {
    guard !chart.bars.isEmpty else { return nil }
    var drawing = Drawing(width: 760)
    var y = 8.0
    for bar in chart.bars {
      let lines = TextMetrics.lines(bar.label, within: 206, most: 2)
      let height = lines.count > 1 ? 34.0 : 20.0
      for (index, line) in lines.enumerated() {
        drawing.text(
          216, y + (height / 2) + 5 + 16 * (Double(index) - Double(lines.count - 1) / 2),
          line, "e")
      }
      let length = self.length(bar, most: 330)
      if length > 0 { drawing.rectangle(230, y + (height - 20) / 2, length, 20, .accent) }
      drawing.text(
        230 + length + (length > 0 ? 8 : 0), y + height / 2 + 5, bold: bar.value.cellText,
        then: after(bar, short: false))
      if let weighted = bar.weighted {
        y += height + 3
        outline(&drawing, weighted, x: 230, y: y, height: 14, most: 330)
        y += 14 + 17
      } else {
        y += height + 13
      }
    }
    drawing.height = y
    return drawing
  }

  func narrow() -> Drawing? {
    guard !chart.bars.isEmpty else { return nil }
    var drawing = Drawing(width: 300)
    var y = 0.0
    for bar in chart.bars {
      for line in TextMetrics.lines(bar.label, within: 296, most: 2) {
        drawing.text(0, y + 16, line)
        y += 17
      }
      let length = self.length(bar, most: 170)
      if length > 0 { drawing.rectangle(0, y + 6, length, 14, .accent) }
      drawing.text(
        length + (length > 0 ? 7 : 0), y + 18, bold: bar.value.cellText,
        then: after(bar, short: true))
      if let weighted = bar.weighted {
        outline(&drawing, weighted, x: 0, y: y + 23, height: 12, most: 170)
        y += 18
      }
      y += 31
    }
    drawing.height = y
    return drawing
  }

  private func length(_ bar: BarChart.Bar, most: Double) -> Double {
    length(isWeighted ? Self.share(bar.second) : Self.count(bar), most: most)
  }

  private func length(_ value: Double?, most: Double) -> Double {
    guard largest > 0, let value, value > 0 else { return 0 }
    return max(1, most * value / largest)
  }

  /// The weighted share: a bar without filling, and the share after it.
  private func outline(
    _ drawing: inout Drawing, _ weighted: Measure, x: Double, y: Double, height: Double,
    most: Double
  ) {
    let length = length(Self.share(weighted), most: most)
    if length > 0 {
      drawing.rectangle(x, y, length, height, .accent)
      drawing.rectangle(
        x + 1.5, y + 1.5, max(0, length - 3), height - 3, .paper)
    }
    drawing.text(
      x + length + (length > 0 ? 8 : 0), y + height / 2 + 5,
      weighted.value == nil ? weighted.cellText : "\(weighted.cellText) % viktad", "s")
  }

  private func after(_ bar: BarChart.Bar, short: Bool) -> String {
    guard let secondNoun = chart.secondNoun else {
      return bar.second.value == nil ? "" : "\(bar.second.cellText) %"
    }
    let noun = secondNoun.form(for: bar.second.value)
    return "i \(bar.second.cellText) \(short ? String(noun.prefix(3)) + "." : noun)"
  }
}
