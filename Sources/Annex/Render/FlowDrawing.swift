/// Draws the flow: the thickness is the count, true to scale, and what is set aside leaves
/// downwards.
struct FlowDrawing {
  /// A flow with the thickness it is drawn with.
  private struct Stream {
    let label: String
    let words: String
    let count: Double
    let isHidden: Bool
  }

  private let read: Double
  private let accepted: Double
  private let setAside: [Stream]
  private let channels: [Stream]
  private let readWords: String
  private let acceptedWords: String
  private let canDraw: Bool

  init(_ chart: FlowChart) {
    read = Double(chart.read.value?.wholeNumber ?? 0)
    accepted = Double(chart.accepted.value?.wholeNumber ?? 0)
    readWords = chart.read.cellText
    acceptedWords = chart.accepted.cellText
    canDraw = read > 0 && chart.accepted.value != nil
    setAside = Self.streams(chart.setAside, of: read - accepted)
    channels = Self.streams(chart.channels, of: accepted)
  }

  /// Hidden flows share what is left between them: a drawing to scale would give them away.
  private static func streams(_ parts: [LabelledMeasure], of total: Double) -> [Stream] {
    let visible = parts.compactMap(\.measure.value?.wholeNumber).reduce(0, +)
    let hidden = parts.count { $0.measure.value == nil }
    let rest = hidden > 0 ? max(0, total - Double(visible)) / Double(hidden) : 0
    return parts.map { part in
      Stream(
        label: part.label, words: part.measure.cellText,
        count: part.measure.value?.wholeNumber.map(Double.init) ?? rest,
        isHidden: part.measure.value == nil)
    }
  }

  func wide() -> Drawing? {
    guard canDraw else { return nil }
    var drawing = Drawing(width: 760)
    let top = 34.0
    let scale = 156 / read
    let left = 104.0
    let right = 560.0
    let step = setAside.isEmpty ? 0 : (right - left - 36) / Double(setAside.count)
    // What is set aside lies under the main flow and leaves from below, the first one first.
    var bottom = top + read * scale
    let end = bottom + 54
    var edge: [(Double, Double)] = [(left, bottom)]
    for (index, stream) in setAside.enumerated() {
      let thickness = stream.count * scale
      let x = left + 20 + step * Double(index)
      if stream.count > 0 {
        branch(&drawing, x: x, bottom: bottom, thickness: thickness, end: end)
        edge.append((x, bottom))
        bottom -= thickness
        edge.append((x, bottom))
      }
      label(&drawing, stream, x: x + 26 + thickness / 2, y: end + 20, width: step + 8)
    }
    edge.append((right, bottom))
    let main =
      [("M", [left, top]), ("L", [right, top])]
      + edge.reversed().map { ("L", [$0.0, $0.1]) } + [("Z", [])]
    drawing.shape(Drawing.path(main), .tint)
    drawing.rectangle(left - 8, top, 8, read * scale, .ink)
    drawing.text(left - 18, top + 62, readWords, "b e", size: 26)
    drawing.text(left - 18, top + 84, "inlästa", "e")
    drawing.text(left - 8, 20, "Inläst", "s b")
    drawing.text(right - 14, top + 62, acceptedWords, "b e", size: 26)
    drawing.text(right - 14, top + 84, "ingår", "e")
    let lowest = ends(&drawing, x: right, top: top, scale: scale)
    drawing.height = max(end + 60, lowest + 14)
    return drawing
  }

  private func branch(
    _ drawing: inout Drawing, x: Double, bottom: Double, thickness: Double, end: Double
  ) {
    let bend = 26.0
    let width = max(thickness, 1)
    let outer = x + bend + width
    drawing.shape(
      Drawing.path([
        ("M", [x, bottom - thickness]),
        (
          "C",
          [
            x + 0.7 * (bend + width), bottom - thickness, outer, bottom - thickness + 0.3 * bend,
            outer, min(end, bottom + 0.9 * bend + width),
          ]
        ),
        ("L", [outer, end]), ("L", [x + bend, end]),
        ("L", [x + bend, min(end, bottom + 0.9 * bend + width)]),
        ("C", [x + bend, bottom + 0.4 * bend, x + 0.5 * bend, bottom, x, bottom]),
        ("Z", []),
      ]), .mid)
  }

  private func label(
    _ drawing: inout Drawing, _ stream: Stream, x: Double, y: Double, width: Double
  ) {
    drawing.text(x, y, stream.words, "b mi")
    for (index, line) in TextMetrics.lines(stream.label, within: width, size: 13, most: 2)
      .enumerated()
    {
      drawing.text(x, y + 17 + 16 * Double(index), line, "s mi")
    }
  }

  /// The right end, split by channel; gives the lowest label.
  private func ends(
    _ drawing: inout Drawing, x: Double, top: Double, scale: Double
  ) -> Double {
    guard !channels.isEmpty else { return 0 }
    drawing.text(x, 20, "Ingår, per svarsväg", "s b")
    var y = top
    var label = top - 6
    for channel in channels {
      let height = channel.count * scale
      let gap = min(1.5, height / 3)
      drawing.rectangle(x, y, 8, max(0.5, height - gap), .accent)
      let middle = y + (height - gap) / 2
      label = max(label + 17, middle + 5)
      drawing.line(x + 10, middle, x + 22, label - 5, .mid)
      let lines = TextMetrics.lines(channel.label, within: 128, most: 2)
      drawing.text(x + 27, label, bold: channel.words, then: lines.first ?? "")
      for line in lines.dropFirst() {
        label += 16
        drawing.text(x + 27, label, line)
      }
      y += height
    }
    return label
  }

  func narrow() -> Drawing? {
    guard canDraw else { return nil }
    var drawing = Drawing(width: 300)
    var y = 16.0
    func row(
      _ drawing: inout Drawing, _ label: String, _ words: String, bold: Bool, from: Double,
      count: Double, ink: Drawing.Ink, isHidden: Bool
    ) {
      drawing.text(0, y, label, bold ? "b" : "")
      drawing.text(300, y, words, "b e")
      if !bold { drawing.rectangle(0, y + 11.5, 300, 1, .line) }
      if count > 0, !isHidden {
        drawing.rectangle(300 * from / read, y + 6, max(1, 300 * count / read), 12, ink)
      }
      y += 42
    }
    row(
      &drawing, "Inlästa", readWords, bold: true, from: 0, count: read, ink: .ink,
      isHidden: false)
    var from = read
    for stream in setAside {
      from -= stream.count
      row(
        &drawing, Swedish.capitalised(stream.label), stream.words, bold: false,
        from: max(0, from), count: stream.count, ink: .mid, isHidden: stream.isHidden)
    }
    row(
      &drawing, "Ingår", acceptedWords, bold: true, from: 0, count: accepted, ink: .accent,
      isHidden: false)
    drawing.height = y - 20
    return drawing
  }
}
