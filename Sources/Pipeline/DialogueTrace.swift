import DialogueModel
import Foundation
import Refine
import Register
import Tagging

/// Shows a submission's way through the house, or a figure's way back: `inspel trace`.
public struct DialogueTrace {
  private let loaded: LoadedDialogue
  private let out: String

  /// Opens the output of a dialogue's run.
  public init(dialogue: String, out: String?) throws {
    loaded = try LoadedDialogue(path: dialogue)
    self.out = out ?? loaded.folder + "/out"
    guard FileManager.default.fileExists(atPath: self.out + "/internal/register.sqlite") else {
      throw InspelError(
        .fileMissing, "there is no output of a run", remedy: "Run inspel run first.",
        place: Place(file: self.out))
    }
  }

  /// The trace in words.
  ///
  /// - Parameters:
  ///   - id: A submission's public number, or a figure's mark such as `F10`.
  ///   - showText: Whether the normalised and masked text is shown.
  /// - Returns: Lines for a terminal.
  /// - Throws: `InspelError` when there is no such submission or figure.
  public func words(for id: String, showText: Bool) throws -> String {
    if id.first == "F", id.dropFirst().allSatisfy(\.isNumber), id.count > 1 {
      return try figure(id)
    }
    return try submission(id, showText: showText)
  }

  private func submission(_ id: String, showText: Bool) throws -> String {
    let register = try RegisterReader(path: out + "/internal/register.sqlite")
    let number = PublicNumber(id, prefix: loaded.file.dialogue.idPrefix)
    guard
      let submission = try number.flatMap({
        try register.submission(number: Int($0.value))
      })
    else {
      throw InspelError(
        .usage, "there is no submission \(id)",
        remedy: "Look the number up in appendix A of internal/annex.html.")
    }
    let source = try register.sources()[submission.source - 1]
    let questions = try register.questions()
    let viewpoints = try register.viewpoints(of: submission.sequence)
    let channel = loaded.channels.first { $0.id == source.channel }
    var head = "\(id)   \(channel?.label ?? source.channel)"
    if let week = submission.day.flatMap({ CalendarDate(daysSince1970: $0) })?.isoWeek {
      head += ", week \(week.week) of \(week.year)"
    }
    if submission.flags.contains(.paraphrase) { head += ", minnesanteckning" }
    if submission.flags.contains(.anonymous) { head += ", asked for anonymity" }
    var lines = [
      head, "",
      "  source      \(source.path) line \(submission.line), record \(submission.record)"
        + "   SHA-256 \(source.sha256.prefix(8))…",
    ]
    lines += changes(viewpoints)
    let index = CodebookIndex(loaded.codebook)
    for viewpoint in viewpoints {
      lines += self.viewpoint(id, viewpoint, questions, index, showText: showText)
    }
    if viewpoints.isEmpty { lines.append("  viewpoints  none: no free text") }
    lines += answers(viewpoints, index)
    return lines.joined(separator: "\n")
  }

  private func changes(_ viewpoints: [StoredViewpoint]) -> [String] {
    var lines: [String] = []
    for viewpoint in viewpoints {
      for mask in PackedMasks.unpack(viewpoint.masks) {
        lines.append(
          "  changed     viewpoint \(viewpoint.ordinal): \(mask.kind.rawValue) masked (rule "
            + "\(mask.rule.rawValue), bytes \(mask.original.lowerBound)–"
            + "\(mask.original.upperBound) of the original)")
      }
      let edits = PackedEdits.unpack(viewpoint.edits).edits.count
      if edits > 0 {
        lines.append(
          "  changed     viewpoint \(viewpoint.ordinal): \(edits) places normalised or masked")
      }
    }
    return lines.isEmpty ? ["  changed     nothing"] : lines
  }

  private func viewpoint(
    _ id: String, _ viewpoint: StoredViewpoint, _ questions: [RegisterClosing.Question],
    _ index: CodebookIndex, showText: Bool
  ) -> [String] {
    let question = questions.first { $0.id == viewpoint.question }?.name ?? ""
    var lines = [
      "  viewpoint   \(id).\(viewpoint.ordinal)   \(viewpoint.text.unicodeScalars.count) "
        + "characters   column \(question)"
    ]
    if showText { lines.append("              \(viewpoint.text)") }
    let bytes = Array(viewpoint.text.utf8)
    let edits = PackedEdits.unpack(viewpoint.edits)
    guard let tags = TagEvidence.unpack(viewpoint.tags), !tags.isEmpty else {
      return lines + ["              no theme"]
    }
    for tagged in tags.themes {
      guard let theme = index.theme(tagged.theme) else { continue }
      lines.append(
        "              \(theme.id) \(theme.label)   score \(tagged.score), suggested by codebook "
          + "\(index.codebook.id) \(index.codebook.version)")
      var counter = CodePointCounter(bytes)
      for hit in tags.evidence(for: tagged) {
        let start = counter.offset(ofByte: hit.start)
        let end = counter.offset(ofByte: hit.end)
        let original = edits.originalRange(of: hit.start..<hit.end)
        lines.append(
          "                by the term \"\(index.term(hit.term)?.text ?? "")\" "
            + "(\(hit.kind.rawValue)), characters \(start)–\(end), bytes "
            + "\(original.lowerBound)–\(original.upperBound) of the original")
      }
    }
    return lines
  }

  /// What the municipality answers, by theme.
  private func answers(_ viewpoints: [StoredViewpoint], _ index: CodebookIndex) -> [String] {
    var keys: [String] = []
    for viewpoint in viewpoints {
      for tagged in TagEvidence.unpack(viewpoint.tags)?.themes ?? [] {
        if let key = index.theme(tagged.theme)?.key, !keys.contains(key) { keys.append(key) }
      }
    }
    return keys.map { key in
      let response = loaded.responses.first { $0.theme == key }
      let proposals = response?.proposals.map { proposal in
        proposal.outcome.label + (proposal.about.map { " (\($0))" } ?? "")
      }
      return "  answer      \(key): "
        + (proposals?.isEmpty == false ? proposals?.joined(separator: ", ") ?? "" : "no answer yet")
    }
  }

  private func figure(_ mark: String) throws -> String {
    let path = out + "/internal/annex.json"
    guard let data = FileManager.default.contents(atPath: path),
      let document = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let figures = document["figures"] as? [[String: Any]]
    else {
      throw InspelError(
        .verifyMissing, "the annex's data cannot be read", remedy: "Run inspel run again.",
        place: Place(file: path))
    }
    guard let figure = figures.first(where: { $0["mark"] as? String == mark }) else {
      throw InspelError(
        .usage, "the annex has no figure \(mark)",
        remedy: "The figures are listed in section 11.6 of the annex.")
    }
    func text(_ key: String) -> String { figure[key].map { "\($0)" } ?? "" }
    return [
      "\(mark)   \(text("value"))   \(text("label"))", "",
      "  key         \(text("key"))", "  how         \(text("how"))",
      "  from        \(text("basis"))",
    ].joined(separator: "\n")
  }
}
