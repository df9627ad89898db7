/// A drawing in SVG, in its own units.
struct Drawing {
  enum Ink: String {
    case ink = "#16191b"
    case accent = "#134e3a"
    case mid = "#8a9893"
    case line = "#c5cacd"
    case hair = "#e2e5e6"
    case tint = "#d5e3dc"
    case paper = "#fff"
  }

  let width: Double
  var height: Double
  private(set) var markup = ""

  init(width: Double, height: Double = 0) {
    self.width = width
    self.height = height
  }

  /// A number with at most two decimals, and never with an exponent.
  static func number(_ value: Double) -> String {
    let scaled = Int((value * 100).rounded())
    let magnitude = scaled.magnitude
    var text = String(magnitude / 100)
    let rest = magnitude % 100
    if rest > 0 {
      text += rest.isMultiple(of: 10) ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    }
    return scaled < 0 ? "-\(text)" : text
  }

  mutating func text(
    _ x: Double, _ y: Double, _ words: String, _ classes: String = "", size: Int? = nil
  ) {
    markup += "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
    if !classes.isEmpty { markup += " class=\"\(classes)\"" }
    if let size { markup += " style=\"font-size:\(size)px\"" }
    markup += ">\(HTMLText.escaped(words))</text>"
  }

  /// A bold number with words after it.
  mutating func text(
    _ x: Double, _ y: Double, bold: String, then words: String, _ classes: String = ""
  ) {
    markup += "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
    if !classes.isEmpty { markup += " class=\"\(classes)\"" }
    markup += "><tspan class=\"b\">\(HTMLText.escaped(bold))</tspan> "
    markup += "\(HTMLText.escaped(words))</text>"
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ ink: Ink
  ) {
    markup +=
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\""
      + " height=\"\(Self.number(height))\" fill=\"\(ink.rawValue)\"/>"
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ ink: Ink, width: Double = 1,
    dashed: Bool = false
  ) {
    markup +=
      "<path d=\"M\(Self.number(x1)) \(Self.number(y1))L\(Self.number(x2)) "
      + "\(Self.number(y2))\" stroke=\"\(ink.rawValue)\""
      + " stroke-width=\"\(Self.number(width))\"\(dashed ? " stroke-dasharray=\"4 3\"" : "")"
      + " fill=\"none\"/>"
  }

  mutating func shape(_ path: String, _ ink: Ink) {
    markup += "<path d=\"\(path)\" fill=\"\(ink.rawValue)\"/>"
  }

  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, filled: Bool) {
    markup +=
      "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\""
      + " fill=\"\(filled ? Ink.ink.rawValue : Ink.paper.rawValue)\""
      + " stroke=\"\(Ink.ink.rawValue)\" stroke-width=\"1.8\"/>"
  }

  /// A path of commands and points, such as `M 10,20 L 30,20`.
  static func path(_ commands: [(String, [Double])]) -> String {
    commands.map { $0.0 + $0.1.map(number).joined(separator: " ") }.joined()
  }
}
