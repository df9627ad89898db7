import DialogueModel
import Foundation

/// Compares an `annex.json` with the one composed anew: every figure by its mark, and then
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
    for (mark, value) in oldFigures.sorted(by: { $0.key < $1.key }) {
      if let again = newFigures[mark], again == value {
        passed += 1
      } else {
        let again = newFigures[mark].map { "the register gives \($0)" } ?? "it is not computed"
        findings.append(
          Finding(
            .verifyFigure, at: Place(file: file),
            "figure \(mark): the annex says \(value), \(again)",
            remedy: "Run inspel run again, and do not publish this annex."))
      }
    }
    // Figures stand for the numbers in the text; the tables' cells are in the rest.
    var total = oldFigures.count + 1
    for mark in newFigures.keys where oldFigures[mark] == nil {
      total += 1
      findings.append(
        Finding(
          .verifyFigure, at: Place(file: file), "figure \(mark) is missing in the annex",
          remedy: "Run inspel run again."))
    }
    if (old as NSDictionary).isEqual(new as NSDictionary) {
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
      if let mark = figure["mark"] as? String { values[mark] = "\(figure["value"] ?? "")" }
    }
    return values
  }
}
