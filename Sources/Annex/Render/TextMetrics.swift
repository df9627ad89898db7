/// Estimates how wide words are in the charts, so that labels can be broken into lines.
///
/// The page's typeface is not known here; the widths are those of Arial and a little more.
enum TextMetrics {
  static func width(_ words: String, size: Double = 14, bold: Bool = false) -> Double {
    var ems = 0.0
    for character in words {
      switch character {
      case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", " ", "\u{A0}": ems += 0.27
      case "f", "t", "r", "(", ")", "-", "/": ems += 0.34
      case "m", "w", "M", "W", "Ö", "O", "Q", "G": ems += 0.82
      case "A"..."Z", "Å", "Ä": ems += 0.68
      default: ems += character.isASCII || character.isLetter ? 0.56 : 0.7
      }
    }
    return ems * size * (bold ? 1.08 : 1.03)
  }

  /// The words broken into lines that fit; a word that is too long is cut with an ellipsis.
  static func lines(
    _ words: String, within width: Double, size: Double = 14, most: Int = 3
  ) -> [String] {
    var lines: [String] = []
    for word in words.split(separator: " ") {
      let piece = String(word)
      if let last = lines.last, Self.width(last + " " + piece, size: size) <= width {
        lines[lines.count - 1] = last + " " + piece
      } else {
        lines.append(piece)
      }
    }
    if lines.count > most {
      lines = Array(lines.prefix(most))
      lines[most - 1] += " …"
    }
    return lines.map { cut($0, within: width, size: size) }
  }

  private static func cut(_ line: String, within width: Double, size: Double) -> String {
    guard Self.width(line, size: size) > width else { return line }
    var text = line
    while !text.isEmpty, Self.width(text + "…", size: size) > width { text.removeLast() }
    return text + "…"
  }
}
