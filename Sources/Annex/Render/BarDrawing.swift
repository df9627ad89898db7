/// Draws horizontal bars with both numbers at their ends.
struct BarDrawing {
  private let chart: BarChart
  private let largest: Double

  init(_ chart: BarChart) {
    self.chart = chart
    largest = Double(chart.bars.compactMap(\.value.value?.wholeNumber).max() ?? 0)
  }

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
      y += height + 13
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
      y += 31
    }
    drawing.height = y
    return drawing
  }

  private func length(_ bar: BarChart.Bar, most: Double) -> Double {
    guard largest > 0, let value = bar.value.value?.wholeNumber, value > 0 else { return 0 }
    return max(1, most * Double(value) / largest)
  }

  private func after(_ bar: BarChart.Bar, short: Bool) -> String {
    guard let secondNoun = chart.secondNoun else {
      return bar.second.value == nil ? "" : "\(bar.second.cellText) %"
    }
    let noun = secondNoun.form(for: bar.second.value)
    return "i \(bar.second.cellText) \(short ? String(noun.prefix(3)) + "." : noun)"
  }
}
