import Annex
import DialogueModel
import Foundation
import Refine

/// Looks at the finished public files before they may leave the house.
///
/// It knows nothing of how they were made, and fails closed: what it cannot read stands in the way.
struct PublicationGate {
  let rule: RepresentationRule
  let cleared: [QuotationClearance]
  /// Whether the public numbers are drawn with a key of the dialogue's own.
  let hasNumberKey: Bool
  /// Small counts that earlier versions give away together with this one, by key.
  var exposed: [String] = []

  /// Counts below this are never published, whatever the dialogue file says.
  static let smallestPublished = 5

  /// What stands in the way, with places; empty when nothing does.
  ///
  /// - Parameters:
  ///   - folder: The folder that holds `public/`; the files are read as they were written.
  ///   - document: The document that the public annex was rendered from.
  /// - Returns: The findings, each an error.
  func blockers(folder: String, document: AnnexDocument) -> [Finding] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/public")) ?? []
    var blockers = names.sorted().flatMap { personalData("public/" + $0, in: folder) }
    if names.isEmpty { blockers.append(unreadable("public", "there is no file to look at")) }
    blockers += smallCounts(document)
    blockers += unclearedQuotations(document)
    if !hasNumberKey {
      blockers.append(
        Finding(
          .publishNumberKey, at: Place(file: "dialogue.yaml"),
          "the public numbers are drawn without a key of the dialogue's own",
          consequence: "Anyone could compute which record of the survey tool a number stands for.",
          remedy: "Put 32 random characters in a file beside dialogue.yaml, never publish it, and "
            + "name it under idKeyFile. The numbers change once."))
    }
    if rule.smallestCount < Self.smallestPublished {
      blockers.append(
        Finding(
          .publishRule, at: Place(file: "dialogue.yaml"),
          "smallestCount is \(rule.smallestCount), and counts below "
            + "\(Self.smallestPublished) are not published",
          remedy: "Set thresholds.smallestCount to \(Self.smallestPublished) or more."))
    }
    return blockers
  }

  private func unreadable(_ name: String, _ summary: String) -> Finding {
    Finding(
      .publishPersonalData, at: Place(file: name), summary,
      consequence: "It cannot be searched for personal data, and public/ is not written.",
      remedy: "This is an error in the program. Please report it.")
  }

  /// What looks like personal data in one file.
  func personalData(_ name: String, in folder: String) -> [Finding] {
    let masker = PersonalDataMasker()
    if name.hasSuffix(".csv") { return table(name, in: folder) }
    guard let data = FileManager.default.contents(atPath: folder + "/" + name) else {
      return [unreadable(name, "the file cannot be read")]
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      return [unreadable(name, "the file is not UTF-8")]
    }
    let passages =
      name.hasSuffix(".html")
      ? RenderedText.passages(html: text) : RenderedText.passages(json: data)
    guard let passages else { return [unreadable(name, "the file cannot be parsed")] }
    return passages.flatMap { found(in: $0.text, name, line: $0.line, masker) }
  }

  /// Looks at a table of any size in pieces of whole lines, several at the same time.
  private func table(_ name: String, in folder: String) -> [Finding] {
    let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
    guard let size = attributes?[.size] as? Int else {
      return [unreadable(name, "the file cannot be read")]
    }
    let count = size / Self.pieceLength + 1
    let findings = Gathered<[Finding]>(count: count)
    DispatchQueue.concurrentPerform(iterations: count) { piece in
      findings[piece] = self.piece(piece, of: name, in: folder)
    }
    return findings.values.flatMap(\.self)
  }

  private static let pieceLength = 1 << 20

  /// Looks at the lines that begin in one piece of a table.
  private func piece(_ piece: Int, of name: String, in folder: String) -> [Finding] {
    let failure = [unreadable(name, "the file cannot be read")]
    guard let handle = FileHandle(forReadingAtPath: folder + "/" + name) else { return failure }
    defer { try? handle.close() }
    let start = piece * Self.pieceLength
    // The line that is cut by the beginning belongs to the piece before.
    let before = start > 0 ? 1 : 0
    var lines: Data
    do {
      try handle.seek(toOffset: UInt64(start - before))
      lines = try handle.read(upToCount: Self.pieceLength + before) ?? Data()
      if start > 0 {
        guard let end = lines.firstIndex(of: 0x0A) else { return [] }
        lines = lines[(end + 1)...]
      }
      // The line that is cut by the end belongs to this piece; the file's last may have no end.
      while !lines.isEmpty, lines.last != 0x0A,
        let more = try handle.read(upToCount: 4096), !more.isEmpty
      {
        lines += more[..<(more.firstIndex(of: 0x0A).map { $0 + 1 } ?? more.endIndex)]
      }
    } catch {
      return failure
    }
    guard let text = String(validating: lines, as: UTF8.self) else {
      return [unreadable(name, "the file is not UTF-8")]
    }
    return found(in: text, name, line: nil, PersonalDataMasker())
  }

  private func found(
    in text: String, _ name: String, line: Int?, _ masker: PersonalDataMasker
  ) -> [Finding] {
    masker.mask(text).spans.map { span in
      Finding(
        .publishPersonalData, at: Place(file: name, line: line),
        "the file holds what looks like personal data (\(span.kind.rawValue))",
        consequence: "public/ is not written.",
        remedy: "Find it in internal/annex.html and take it out of the text it stands in; "
          + "a municipal number or address can be left out of comments and notes.")
    }
  }

  private func smallCounts(_ document: AnnexDocument) -> [Finding] {
    let limit = max(rule.smallestCount, Self.smallestPublished)
    let words = document.smallCountsInWords.map { place in
      Finding(
        .publishSmallCount, at: Place(file: "public/annex.html"),
        "\(place) has a text by a person that seems to give a count below \(limit)",
        consequence: "public/ is not written.",
        remedy: "Write \"färre än fem\" in the comment or the result.")
    }
    let small = document.shownCounts.filter { count in
      count.value > 0 && count.value < (count.isSensitive ? max(limit, 10) : limit)
    }
    let given = exposed.map { key in
      Finding(
        .publishSmallCount, at: Place(file: "public/annex.html"),
        "a reader who has an earlier version can work out a small count (\(key))",
        consequence: "public/ is not written.",
        remedy: "Publish when more has come in, or leave the earlier version as the only one.")
    }
    return words + given
      + small.map { count in
        Finding(
          .publishSmallCount, at: Place(file: "public/annex.html"),
          "\(count.place) shows a count below \(limit)",
          consequence: "public/ is not written.",
          remedy: "This is an error in the program. Please report it with the place.")
      }
  }

  private func unclearedQuotations(_ document: AnnexDocument) -> [Finding] {
    document.quotationTexts.filter { quotation in
      !cleared.contains { $0.submission == quotation.submission && $0.text == quotation.text }
    }.map { quotation in
      Finding(
        .publishQuotation, at: Place(file: "public/annex.html"),
        "the quotation from \(quotation.submission) has not been cleared by a person",
        consequence: "public/ is not written.",
        remedy: "Clear it in quotations.yaml, or take it away.")
    }
  }
}
