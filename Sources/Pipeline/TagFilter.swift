import DialogueFiles
import DialogueModel
import Foundation
import Refine
import Tagging

/// Suggests themes for one text after another, as a filter: `inspel tag`.
public final class TagFilter {
  /// What was found in the codebook.
  public let findings: [Finding]

  private let tagger: ThemeTagger

  /// Reads a codebook.
  public init(codebook path: String) throws {
    let text = try PipelineFolder.text(path, shownAs: path)
    let (file, findings) = CodebookFile.load(text: text, file: path)
    guard let codebook = file?.codebook,
      !findings.contains(where: { $0.severity == .error })
    else {
      throw RefusedRun(findings: findings)
    }
    tagger = ThemeTagger(CodebookIndex(codebook))
    self.findings = findings
  }

  /// A text's themes, as `key score (word, word)`, separated by semicolons.
  public func text(_ text: String) -> String {
    themes(text).map { theme in
      let words = theme.evidence.map(\.term)
      return "\(theme.theme) \(theme.score) (\(words.joined(separator: ", ")))"
    }.joined(separator: "; ")
  }

  /// A JSON line `{"id","text"}` as `{"id","themes"}`, offsets in Unicode code points of the
  /// input text.
  public func jsonLine(_ line: String, number: Int) throws(InspelError) -> String {
    let item = try TextLine(line, number: number)
    return try TextLine.encode(Output(id: item.id, themes: themes(item.text)))
  }

  private func themes(_ given: String) -> [Output.Theme] {
    // Terms are in NFC. A text from a Mac may not be; what is found in its NFC form is given back
    // as places in the text that came.
    let text = Normalizer.nfc(given)
    let places = text.unicodeScalars.elementsEqual(given.unicodeScalars) ? nil : Self.places(given)
    func place(_ offset: Int) -> Int {
      guard let places else { return offset }
      return places.indices.contains(offset) ? places[offset] : given.unicodeScalars.count
    }
    let result = tagger.tag(text)
    let bytes = Array(text.utf8)
    return result.themes.map { tagged in
      var counter = CodePointCounter(bytes)
      return Output.Theme(
        theme: tagger.index.theme(tagged.theme)?.key ?? "", score: tagged.score,
        evidence: result.evidence(for: tagged).map { hit in
          Output.Evidence(
            start: place(counter.offset(ofByte: hit.start)),
            end: place(counter.offset(ofByte: hit.end)),
            term: tagger.index.term(hit.term)?.text ?? "", kind: hit.kind.rawValue)
        })
    }
  }

  /// For each code point of the NFC form, the code point of the text that it came from.
  ///
  /// Forms do not change across characters as people see them.
  private static func places(_ given: String) -> [Int] {
    var places: [Int] = []
    var start = 0
    for character in given {
      let composed = Normalizer.nfc(String(character))
      for _ in composed.unicodeScalars { places.append(start) }
      start += character.unicodeScalars.count
    }
    return places
  }

  private struct Output: Encodable {
    let id: TextLine.Identifier
    let themes: [Theme]

    struct Theme: Encodable {
      let theme: String
      let score: Int
      let evidence: [Evidence]
    }

    struct Evidence: Encodable {
      let start: Int
      let end: Int
      let term: String
      let kind: String
    }
  }
}
