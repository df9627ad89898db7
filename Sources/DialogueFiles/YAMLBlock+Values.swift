import DialogueModel
internal import Yams

extension YAMLBlock {
  /// A day, written as `2026-06-22`.
  func date(_ key: String) -> CalendarDate? {
    guard let text = string(key) else { return nil }
    guard let date = CalendarDate(written: text) else {
      invalid(key, "is not a date", remedy: "Write it as year, month and day: 2026-06-22.")
      return nil
    }
    return date
  }

  /// A whole number in a range.
  func int(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = string(key) else { return nil }
    guard let number = Int(text) else {
      invalid(key, "is not a whole number", remedy: "Write digits only: 40000.")
      return nil
    }
    guard range.contains(number) else {
      invalid(
        key, "is outside \(range.lowerBound) to \(range.upperBound)", remedy: "Correct the number.")
      return nil
    }
    return number
  }

  /// A number in a range.
  func double(_ key: String, in range: ClosedRange<Double>) -> Double? {
    guard let text = string(key) else { return nil }
    let isWritten = text.utf8.allSatisfy { $0 == 0x2E || $0 == 0x2D || (0x30...0x39).contains($0) }
    guard isWritten, let number = Double(text) else {
      invalid(key, "is not a number", remedy: "Write it with a point: 0.05.")
      return nil
    }
    guard range.contains(number) else {
      invalid(
        key, "is outside \(range.lowerBound) to \(range.upperBound)", remedy: "Correct the number.")
      return nil
    }
    return number
  }

  /// Yes or no, written as `true` or `false`.
  func bool(_ key: String) -> Bool? {
    guard let text = string(key) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      invalid(key, "is neither true nor false", remedy: "Write true or false.")
      return nil
    }
  }

  /// One of a set of words.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Value.Type
  ) -> Value? where Value.RawValue == String {
    guard let text = string(key) else { return nil }
    if let value = Value(rawValue: text) { return value }
    reportChoice(key, text, among: Value.allCases.map(\.rawValue))
    return nil
  }

  /// Reports a word that is none of those allowed.
  func reportChoice(_ key: String, _ text: String, among words: [String]) {
    let nearest = NearestKey.to(text, among: words)
    let shown = ShownName.quoted(text).map { "is \($0), which is" } ?? "is"
    invalid(
      key, "\(shown) none of: \(words.joined(separator: ", "))",
      consequence: nearest.map { "The nearest is \"\($0)\"." } ?? "",
      remedy: "Use one of the words.")
  }

  /// A text of lower-case letters, digits, hyphens, underscores and plus signs that other keys
  /// can refer to.
  func identifier(_ key: String) -> String? {
    guard let text = requiredString(key) else { return nil }
    let isPlain = text.allSatisfy {
      ($0.isLetter && !$0.isUppercase) || $0.isNumber || "-_+".contains($0)
    }
    guard isPlain, text.count <= 60 else {
      invalid(
        key, "is not a key",
        remedy: "Use lower-case letters, digits and hyphens, at most 60 of them.")
      return nil
    }
    return text
  }

  /// A path relative to the dialogue's folder.
  func path(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    let isAbsolute =
      text.hasPrefix("/") || text.hasPrefix("~") || text.hasPrefix("\\")
      || text.dropFirst().hasPrefix(":\\")
    if isAbsolute {
      invalid(
        key, "is not a relative path",
        consequence: "Paths start in the dialogue's folder, so that it can be moved.",
        remedy: "Write the path from the dialogue's folder, such as inputs/enkat.csv.")
      return nil
    }
    return text
  }
}

extension [YAMLBlock] {
  /// Reports values that must differ between the blocks and do not, and gives the first of each.
  func unique(_ key: String) -> [String: YAMLBlock] {
    var seen: [String: YAMLBlock] = [:]
    for block in self {
      guard let entry = block.entry(key), let text = entry.node.scalar?.string else { continue }
      if let first = seen[text] {
        block.context.report(
          .yamlValueRepeated, line: entry.line, key: block.pathOf(key),
          "\(block.pathOf(key)) is the same as \(first.pathOf(key)) in line \(first.line(of: key))",
          remedy: "Give each its own \(key).")
      } else {
        seen[text] = block
      }
    }
    return seen
  }
}
