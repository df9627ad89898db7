/// Draws ratios on a logarithmic axis with their spans and the band that counts as parity.
struct RatioDrawing {
  private static let ticks = [0.1, 0.2, 0.5, 1, 2, 5, 10]

  private let chart: RatioChart

  init(_ chart: RatioChart) { self.chart = chart }

  /// Where the axis lies.
  private struct Axis {
    let left: Double
    let right: Double

    func place(_ ratio: Double) -> Double {
      guard ratio > 0 else { return left }
      let share = (Logarithm.ten(ratio) + 1) / 2
      return left + min(1, max(0, share)) * (right - left)
    }
  }

  func wide() -> Drawing? {
    guard chart.groups.contains(where: { !$0.rows.isEmpty }) else { return nil }
    var drawing = Drawing(width: 760)
    let axis = Axis(left: 170, right: 520)
    let top = 44.0
    let rows = layout(labelWidth: 150)
    let bottom = top + rows.height
    field(&drawing, axis, top: top, bottom: bottom)
    drawing.text(axis.place(0.8) - 14, 12, "← färre än i befolkningen", "s e")
    drawing.text(axis.place(1.25) + 14, 12, "fler än i befolkningen →", "s")
    drawing.text((axis.left + axis.right) / 2, 33, bandWords, "s b mi")
    for row in rows.items {
      let y = top + row.top
      if let title = row.title {
        drawing.text(0, y + 18, title, "s")
        continue
      }
      guard let content = row.row else { continue }
      let middle = y + row.height / 2
      drawing.line(0, y + row.height, 760, y + row.height, .hair)
      for (index, line) in row.lines.enumerated() {
        drawing.text(0, middle + 5 + 15 * (Double(index) - Double(row.lines.count - 1) / 2), line)
      }
      mark(&drawing, content, axis, y: middle)
      let under = under(content)
      drawing.text(540, middle + (under == nil ? 5 : -2), content.comparison.label, "b")
      if let under { drawing.text(540, middle + 13, under, "s") }
    }
    for tick in Self.ticks {
      drawing.text(axis.place(tick), bottom + 19, tickWords(tick), "s mi")
    }
    drawing.height = bottom + 26
    return drawing
  }

  func narrow() -> Drawing? {
    guard chart.groups.contains(where: { !$0.rows.isEmpty }) else { return nil }
    var drawing = Drawing(width: 300)
    let axis = Axis(left: 14, right: 286)
    drawing.text(0, 14, "← färre", "s")
    drawing.text(300, 14, "fler →", "s e")
    for (index, line) in TextMetrics.lines(bandWords, within: 176, size: 13).enumerated() {
      drawing.text(150, 14 + 15 * Double(index), line, "s b mi")
    }
    var y = 50.0
    for group in chart.groups where !group.rows.isEmpty {
      drawing.text(0, y + 16, group.title, "s")
      y += 24
      for row in group.rows {
        for line in TextMetrics.lines(row.label, within: 296, size: 14, most: 2) {
          drawing.text(0, y + 16, line)
          y += 17
        }
        // The field stands behind the mark only: words are not written over its lines.
        field(&drawing, axis, top: y + 2, bottom: y + 26)
        mark(&drawing, row, axis, y: y + 14)
        let under = under(row).map { ", \($0)" } ?? ""
        y += 28
        for (index, line) in TextMetrics.lines(
          row.comparison.label + under, within: 296, size: 13, most: 2
        ).enumerated() {
          drawing.text(0, y + 13 + 15 * Double(index), line, index == 0 ? "s b" : "s")
          if index > 0 { y += 15 }
        }
        y += 24
        drawing.line(0, y, 300, y, .hair)
        y += 4
      }
      y += 8
    }
    for tick in Self.ticks { drawing.text(axis.place(tick), y + 17, tickWords(tick), "s mi") }
    drawing.height = y + 24
    return drawing
  }

  // MARK: Parts

  private struct Item {
    let title: String?
    let row: RatioChart.Row?
    let lines: [String]
    let top: Double
    let height: Double
  }

  private func layout(labelWidth: Double) -> (items: [Item], height: Double) {
    var items: [Item] = []
    var y = 0.0
    for group in chart.groups where !group.rows.isEmpty {
      if y > 0 { y += 14 }
      items.append(Item(title: group.title, row: nil, lines: [], top: y, height: 24))
      y += 24
      for row in group.rows {
        let lines = TextMetrics.lines(row.label, within: labelWidth, most: 3)
        let height = max(36, 15 * Double(lines.count) + 12)
        items.append(Item(title: nil, row: row, lines: lines, top: y, height: height))
        y += height
      }
    }
    return (items, y)
  }

  private func field(_ drawing: inout Drawing, _ axis: Axis, top: Double, bottom: Double) {
    let low = axis.place(chart.bandLow)
    let high = axis.place(chart.bandHigh)
    drawing.rectangle(low, top, high - low, bottom - top, .tint)
    for tick in Self.ticks where tick != 1 {
      drawing.line(axis.place(tick), top, axis.place(tick), bottom, .hair)
    }
    // The tint alone is too faint in print; its edges are not.
    drawing.line(low, top, low, bottom, .mid)
    drawing.line(high, top, high, bottom, .mid)
    drawing.line(axis.place(1), top, axis.place(1), bottom, .accent, width: 1.5)
  }

  private func mark(
    _ drawing: inout Drawing, _ row: RatioChart.Row, _ axis: Axis, y: Double
  ) {
    guard let measure = row.ratio else {
      drawing.text(axis.place(1.25) + 10, y + 5, RepresentationNote.noComparison.words, "s")
      return
    }
    guard let ratio = measure.value?.numbers.first else {
      drawing.text(axis.place(1.25) + 10, y + 5, RepresentationNote.notShown.words, "s")
      return
    }
    let x = axis.place(ratio)
    if let low = row.ratioLow?.value?.numbers.first {
      drawing.line(axis.place(low), y, x, y, .ink, width: 1.8, dashed: true)
      drawing.circle(axis.place(low), y, 4.6, filled: false)
      drawing.circle(x, y, 4.6, filled: false)
      return
    }
    if let span = row.span?.value?.numbers, span.count == 2 {
      drawing.line(axis.place(span[0]), y, axis.place(span[1]), y, .ink, width: 1.8)
    }
    switch row.comparison.icon {
    case .down:
      drawing.shape(
        Drawing.path([
          ("M", [x, y + 5.5]), ("L", [x - 5.8, y - 4.5]), ("L", [x + 5.8, y - 4.5]), ("Z", []),
        ]), .ink)
    case .up:
      drawing.shape(
        Drawing.path([
          ("M", [x, y - 5.5]), ("L", [x - 5.8, y + 4.5]), ("L", [x + 5.8, y + 4.5]), ("Z", []),
        ]), .ink)
    default: drawing.circle(x, y, 4.6, filled: row.comparison.icon == .full)
    }
    if ratio < 0.1 || ratio > 10 {
      let words = measure.value?.cellText ?? ""
      drawing.text(ratio > 10 ? x - 10 : x + 10, y - 8, words, ratio > 10 ? "s e" : "s")
    }
  }

  private func under(_ row: RatioChart.Row) -> String? {
    guard let gap = row.gap?.value, let number = gap.numbers.first, number.rounded() != 0 else {
      return nil
    }
    return RepresentationNote.about(gap.cellText).words
  }

  private var bandWords: String {
    RepresentationNote.parity(chart.bandLow...chart.bandHigh).words
  }

  private func tickWords(_ tick: Double) -> String {
    Swedish.decimal(tick, decimals: tick < 1 ? 1 : 0)
  }
}
