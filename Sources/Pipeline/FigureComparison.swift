import DialogueModel
import Foundation

/// Compares an `annex.json` with the one composed anew: every figure by its key, and then
/// everything else in the document.
struct FigureComparison {
  let file: String
  let stored: String
  let recomputed: [UInt8]

  func execute() throws(InspelError) -> (passed: Int, total: Int, findings: [Finding]) {
    guard let data = FileManager.default.contents(atPath: stored),
      let old = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let new = try? JSONSerialization.jsonObject(with: Data(recomputed)) as? [String: Any]
    else {
      return (
        0, 1,
        [
          Finding(
            .verifyMissing, at: Place(file: file), "the annex's data cannot be read",
            remedy: "Run inspel run again.")
        ]
      )
    }
    let oldFigures = figures(old)
    let newFigures = figures(new)
    var findings: [Finding] = []
    var passed = 0
    for (key, value) in oldFigures.sorted(by: { $0.key < $1.key }) {
      if let again = newFigures[key], again == value {
        passed += 1
      } else {
        let again = newFigures[key].map { "the register gives \($0)" } ?? "it is not computed"
        findings.append(
          Finding(
            .verifyFigure, at: Place(file: file),
            "figure \(key): the annex says \(value), \(again)",
            remedy: "Run inspel run again, and do not publish this annex."))
      }
    }
    // Figures stand for the numbers in the text; the tables' cells are in the rest.
    var total = oldFigures.count + 1
    for key in newFigures.keys.sorted() where oldFigures[key] == nil {
      total += 1
      findings.append(
        Finding(
          .verifyFigure, at: Place(file: file), "figure \(key) is missing in the annex",
          remedy: "Run inspel run again."))
    }
    if data.elementsEqual(recomputed) {
      passed += 1
    } else if findings.isEmpty {
      findings.append(
        Finding(
          .verifyFigure, at: Place(file: file),
          "a table or a text differs from what the register gives",
          remedy: "Run inspel run again, and do not publish this annex."))
    }
    return (passed, total, findings)
  }

  private func figures(_ document: [String: Any]) -> [String: String] {
    var values: [String: String] = [:]
    for case let figure as [String: Any] in document["figures"] as? [Any] ?? [] {
      // Keys are stable; marks are numbered in the order of the text and move when a text does.
      if let key = figure["key"] as? String { values[key] = "\(figure["value"] ?? "")" }
    }
    return values
  }
}
