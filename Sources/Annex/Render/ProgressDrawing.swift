/// Draws shares over the activities as small multiples with one scale, beside the population's.
struct ProgressDrawing {
  private let chart: ProgressChart
  private let largest: Double

  init(_ chart: ProgressChart) {
    self.chart = chart
    let shares = chart.panels.flatMap { [$0.reference] + $0.values.compactMap(\.self) }
      .compactMap { $0.value?.numbers.first }
    // The scale ends at the next tenth, so that its end is a number that is easy to read.
    largest = max(0.1, ((shares.max() ?? 0) * 10).rounded(.up) / 10)
  }

  func drawing(width: Double) -> Drawing? {
    guard !chart.panels.isEmpty, chart.steps.count > 1 else { return nil }
    let isWide = width > 400
    let columns = isWide ? (chart.steps.count <= 8 ? 3 : 2) : 1
    let gap = 34.0
    let panel = (width - gap * Double(columns - 1)) / Double(columns)
    let plot = 96.0
    var drawing = Drawing(width: width)
    var top = 0.0
    var placed = 0
    while placed < chart.panels.count {
      let row = chart.panels[placed..<min(placed + columns, chart.panels.count)]
      for (index, item) in row.enumerated() {
        let x = (panel + gap) * Double(index)
        drawing.text(x, top + 15, TextMetrics.lines(item.label, within: panel, most: 1)[0], "b")
        lines(&drawing, item, x: x, top: top + 30, width: panel, height: plot)
      }
      top += plot + 74
      placed += columns
    }
    drawing.text(
      0, top - 4,
      "Från 0 till \(Swedish.decimal(largest * 100, decimals: 0)) procent i alla rutor.", "s")
    drawing.height = top + 4
    return drawing
  }

  private func lines(
    _ drawing: inout Drawing, _ panel: ProgressChart.Panel, x: Double, top: Double,
    width: Double, height: Double
  ) {
    let base = top + height
    // Room for the population's number at the right.
    let plotted = width - 44
    let step = plotted / Double(max(1, chart.steps.count - 1) + 1)
    func place(_ index: Int) -> Double { x + step * (Double(index) + 0.5) }
    func level(_ share: Double) -> Double { base - height * share / largest }
    drawing.line(x, base, x + plotted, base, .mid)
    drawing.line(x, top, x + plotted, top, .hair)
    if let reference = panel.reference.value?.numbers.first {
      let y = level(reference)
      drawing.line(x, y, x + plotted, y, .ink, width: 1.4, dashed: true)
      drawing.text(x + plotted + 5, y + 4, panel.reference.cellText, "s")
    }
    var last: (x: Double, y: Double)?
    for (index, value) in panel.values.enumerated() {
      guard let share = value?.value?.numbers.first else {
        last = nil
        continue
      }
      let point = (x: place(index), y: level(share))
      if let last { drawing.line(last.x, last.y, point.x, point.y, .accent, width: 2) }
      last = point
    }
    for (index, value) in panel.values.enumerated() {
      guard let value, let share = value.value?.numbers.first else { continue }
      let isLast = index == panel.values.count - 1
      drawing.circle(place(index), level(share), 3.5, filled: true)
      if isLast || step >= 34 {
        // On the far side of the population's line, where there is room for it.
        let reference = panel.reference.value?.numbers.first ?? 0
        let isBelow = share < reference && level(share) + 18 < base
        let y = level(share) + (isBelow ? 17 : -8)
        // The line of the population must not run through the number.
        let room = 7.2 * Double(value.cellText.count)
        drawing.rectangle(place(index) - room / 2, y - 11, room, 14, .paper)
        drawing.text(place(index), y, value.cellText, "s mi")
      }
    }
    for index in chart.steps.indices where step >= 12 || index.isMultiple(of: 5) {
      drawing.text(place(index), base + 16, "\(index + 1)", "s mi")
    }
  }
}
