/// Draws submissions by week as small multiples with one scale.
struct WeekDrawing {
  private let chart: WeekChart
  private let largest: Double

  init(_ chart: WeekChart) {
    self.chart = chart
    largest = Double(chart.panels.flatMap(\.values).compactMap(\.value?.wholeNumber).max() ?? 0)
  }

  func drawing(width: Double) -> Drawing? {
    guard !chart.panels.isEmpty, !chart.weeks.isEmpty else { return nil }
    let isWide = width > 400
    let perRow =
      isWide
      ? (chart.weeks.count <= 6 ? 4 : chart.weeks.count <= 14 ? 2 : 1)
      : (chart.weeks.count <= 5 ? 2 : 1)
    let columns = min(perRow, chart.panels.count)
    let gap = isWide ? 30.0 : 20.0
    // A single panel does not need the whole width.
    let slots = max(columns, min(perRow, 2))
    let panel = (width - gap * Double(slots - 1)) / Double(slots)
    let plot = isWide ? 118.0 : 92.0
    var drawing = Drawing(width: width)
    var top = 0.0
    var placed = 0
    while placed < chart.panels.count {
      let row = chart.panels[placed..<min(placed + columns, chart.panels.count)]
      let titles = row.map {
        TextMetrics.lines($0.label, within: panel - 44, size: 14, most: 2)
      }
      let head = 16.0 * Double(titles.map(\.count).max() ?? 1)
      for (index, item) in row.enumerated() {
        let x = (panel + gap) * Double(index)
        for (line, words) in titles[index].enumerated() {
          drawing.text(x, top + 15 + 16 * Double(line), words, "b")
        }
        drawing.text(x + panel, top + 15, item.total.cellText, "s e")
        bars(&drawing, item, x: x, top: top + head + 18, width: panel, height: plot)
      }
      top += head + plot + 54
      placed += columns
    }
    drawing.text(0, top - 2, axisWords, "s")
    drawing.height = top + 6
    return drawing
  }

  private var axisWords: String {
    chart.panels.count == 1 ? "\(chart.axis)." : "\(chart.axis). Samma skala i alla rutor."
  }

  private func bars(
    _ drawing: inout Drawing, _ panel: WeekChart.Panel, x: Double, top: Double, width: Double,
    height: Double
  ) {
    let slot = width / Double(chart.weeks.count)
    let base = top + height
    // Where numbers would run into each other, the table has them and the axis every fourth.
    let fits = slot >= 19
    drawing.line(x, base, x + width, base, .mid)
    for (index, value) in panel.values.enumerated() {
      let middle = x + slot * (Double(index) + 0.5)
      let number = Double(value.value?.wholeNumber ?? 0)
      let bar = largest > 0 ? (height - 14) * number / largest : 0
      if number > 0 {
        drawing.rectangle(middle - slot * 0.36, base - bar, slot * 0.72, bar, .accent)
      }
      let isLargest = number == largest && number > 0
      if fits || isLargest || (value.value == nil && slot >= 8) {
        drawing.text(
          middle, base - bar - 5, value.cellText,
          value.value == nil || number == 0 ? "s mi" : "mi")
      }
      if fits || index.isMultiple(of: 4) {
        drawing.text(middle, base + 17, "\(chart.weeks[index])", "s mi")
      }
    }
  }
}
