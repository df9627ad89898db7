// What the age column of a row says.
enum AgeCell: Hashable {
  case total
  case range(AgeRange)

  // Reads `0`, `0 år`, `16-24 år`, `100+ år`, `-4 år`, `80 år och äldre`, `100+5`, `totalt ålder`.
  init?(_ text: String) {
    let plain = CellText.plain(text)
    if CellText.isTotal(plain) {
      self = .total
      return
    }
    guard let range = Self.range(plain) else { return nil }
    self = .range(range)
  }

  private static func range(_ plain: String) -> AgeRange? {
    var text = plain
    var isOpen = false
    for ending in ["och äldre", "eller äldre", "och över", "and older", "and over", "or older"]
    where text.hasSuffix(ending) {
      text = trimmed(text.dropLast(ending.count))
      isOpen = true
    }
    for unit in ["years old", "years", "year", "år", "ar"] where text.hasSuffix(unit) {
      text = trimmed(text.dropLast(unit.count))
      break
    }
    if isOpen {
      return CellText.number(text, most: 3).flatMap { AgeRange(from: $0, through: nil) }
    }
    // `100+5` and `100+10` are SCB's codes for the open class of the wider divisions.
    if let plus = text.firstIndex(of: "+") {
      let rest = trimmed(text[text.index(after: plus)...])
      guard rest.isEmpty || CellText.number(rest, most: 2) != nil else { return nil }
      return CellText.number(trimmed(text[..<plus]), most: 3)
        .flatMap { AgeRange(from: $0, through: nil) }
    }
    guard let dash = text.firstIndex(of: "-") else {
      return CellText.number(text, most: 3).flatMap { AgeRange(from: $0, through: $0) }
    }
    let (first, last) = (trimmed(text[..<dash]), trimmed(text[text.index(after: dash)...]))
    // `-4 år` is 0 to 4; `85-w` and `85-` are older ways to write 85 and up.
    guard let lower = first.isEmpty ? 0 : CellText.number(first, most: 3) else { return nil }
    if last.isEmpty || last == "w" {
      return first.isEmpty ? nil : AgeRange(from: lower, through: nil)
    }
    return CellText.number(last, most: 3).flatMap { AgeRange(from: lower, through: $0) }
  }

  private static func trimmed(_ text: Substring) -> String { CellText.tidied(String(text)) }
}
