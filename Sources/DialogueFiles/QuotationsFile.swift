import DialogueModel

/// The quotations that people have cleared for the annex (`quotations.yaml`).
public struct QuotationsFile: Sendable, Equatable {
  /// The clearances, in the file's order.
  public var quotations: [QuotationClearance]
  /// The line of each clearance, in the same order.
  public var lines: [Int]

  /// The keys that the file may have, by block.
  public static let keys: [String: [String]] = [
    "": ["quotations"],
    "quotations[]": ["submission", "theme", "text", "clearedBy", "date"],
  ]

  /// Reads a file of cleared quotations.
  ///
  /// No finding holds a quotation's words.
  ///
  /// - Parameters:
  ///   - text: The file's text.
  ///   - file: The file's name for findings.
  ///   - codebook: The codebook, whose themes the quotations are for; `nil` checks none.
  /// - Returns: The clearances, and what was found.
  public static func load(
    text: String, file: String, codebook: Codebook? = nil
  ) -> (QuotationsFile?, [Finding]) {
    YAMLFile.read(text, file: file, title: "the file of quotations", keys: keys[""] ?? []) { root in
      var result = QuotationsFile(quotations: [], lines: [])
      var seen: [String: Int] = [:]
      for part in root.blocks("quotations", keys: keys["quotations[]"] ?? []) {
        guard let quotation = quotation(part, codebook) else { continue }
        let key = "\(quotation.submission)\u{0}\(quotation.theme)\u{0}\(quotation.text)"
        if let line = seen[key] {
          part.context.report(
            .yamlValueRepeated, line: part.line, key: part.path,
            "\(part.path) clears the same words as line \(line)", remedy: "Remove one of them.")
          continue
        }
        seen[key] = part.line
        result.quotations.append(quotation)
        result.lines.append(part.line)
      }
      return result
    }
  }

  private static func quotation(_ part: YAMLBlock, _ codebook: Codebook?) -> QuotationClearance? {
    let submission = part.requiredString("submission")
    let theme = part.requiredString("theme")
    let text = part.requiredString("text")
    let clearedBy = part.requiredString("clearedBy")
    let date = part.require("date") ? part.date("date") : nil
    if let theme, let codebook, !codebook.themes.contains(where: { $0.key == theme }) {
      part.context.report(
        .quotationTheme, line: part.line(of: "theme"), key: part.pathOf("theme"),
        "\(part.path) is for a theme that the codebook does not have",
        remedy: "Use the key of a theme in the codebook.")
    }
    guard let submission, let theme, let text, let clearedBy, let date else { return nil }
    return QuotationClearance(
      submission: submission, text: text, theme: theme, clearedBy: clearedBy, date: date)
  }
}
