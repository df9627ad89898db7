import Annex
import DialogueModel
import Refine

/// Looks at the finished public files before they may leave the house.
///
/// It knows nothing of how they were made, and fails closed: what it cannot read stands in the way.
struct PublicationGate {
  let rule: RepresentationRule
  let cleared: [QuotationClearance]

  /// What stands in the way, with places; empty when nothing does.
  func blockers(files: [OutputFile], document: AnnexDocument) -> [Finding] {
    var blockers: [Finding] = []
    for file in files { blockers += personalData(file) }
    blockers += smallCounts(document)
    blockers += unclearedQuotations(document)
    return blockers
  }

  private func personalData(_ file: OutputFile) -> [Finding] {
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      return [
        Finding(
          .publishPersonalData, at: Place(file: file.name), "the file is not UTF-8",
          consequence: "It cannot be searched for personal data.",
          remedy: "This is an error in the program. Please report it.")
      ]
    }
    let passages =
      file.name.hasSuffix(".html")
      ? RenderedText.passages(html: text)
      : file.name.hasSuffix(".json")
        ? RenderedText.passages(json: file.bytes)
        : text.split(whereSeparator: \.isNewline).enumerated().map {
          RenderedText.Passage(line: $0.offset + 1, text: String($0.element))
        }
    guard let passages else {
      return [
        Finding(
          .publishPersonalData, at: Place(file: file.name), "the file cannot be parsed",
          consequence: "It cannot be searched for personal data.",
          remedy: "This is an error in the program. Please report it.")
      ]
    }
    let masker = PersonalDataMasker()
    var findings: [Finding] = []
    for passage in passages {
      for span in masker.mask(passage.text).spans {
        findings.append(
          Finding(
            .publishPersonalData, at: Place(file: file.name, line: passage.line),
            "the file holds what looks like personal data (\(span.kind.rawValue))",
            consequence: "public/ is not written.",
            remedy: "Find it in internal/annex.html and take it out of the text it stands in; "
              + "a municipal number or address can be left out of comments and notes."))
      }
    }
    return findings
  }

  private func smallCounts(_ document: AnnexDocument) -> [Finding] {
    document.shownCounts.filter { $0.value > 0 && $0.value < rule.smallestCount }.map { count in
      Finding(
        .publishSmallCount, at: Place(file: "public/annex.html"),
        "\(count.place) shows a count below \(rule.smallestCount)",
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
