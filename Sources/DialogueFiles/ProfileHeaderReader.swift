import DialogueModel

/// Reads the ways in which a profile's tool writes the header of a table.
struct ProfileHeaderReader {
  let part: YAMLBlock

  /// The keys of one way.
  static let keys = [
    "rows", "row", "columns", "least", "first", "pattern", "untimed", "unidentified", "names",
    "continues", "silent",
  ]

  func read() -> [HeaderStyle] {
    let number = part.int("headerRows", in: 0...9)
    let styles = part.blocks("headers", keys: Self.keys).compactMap(style)
    if part.has("headers"), part.has("headerRows") {
      part.invalid(
        "headerRows", "stands beside headers, which say more",
        remedy: "Remove the line, or headers.")
    }
    guard styles.isEmpty, let number else { return styles }
    // A number alone says nothing of blanks; that a name goes on is how most tools mean them.
    var style = HeaderStyle(rows: number)
    style.continues = true
    return [style]
  }

  private func style(_ part: YAMLBlock) -> HeaderStyle? {
    guard part.require("rows"), let rows = part.int("rows", in: 0...9) else { return nil }
    var style = HeaderStyle(rows: rows)
    style.mark = ProfileSignReader.mark(part)
    style.untimed = part.bool("untimed") ?? false
    style.unidentified = part.bool("unidentified") ?? false
    style.continues = part.bool("continues") ?? false
    style.silent = part.strings("silent")
    for item in part.items("names") {
      guard let row = Int(item.text), (1...max(rows, 1)).contains(row) else {
        part.invalid(
          "names", "names a row that is no header row", remedy: "Use the numbers 1 to \(rows).")
        continue
      }
      style.names.append(row)
    }
    return style
  }
}
