import Foundation
import TestSupport
import Testing

/// The page *Masking* tells the figures of the sentences that there are.
@Suite struct MaskingPageTests {
  @Test func `the page counts the marked spans as the labelled sentences have them`() throws {
    let path = TestPlaces.package + "/Tests/RefineTests/LabelledSentences.swift"
    let text = try String(contentsOfFile: path, encoding: .utf8)
      .split(separator: "\n").filter { !$0.contains("///") }.joined(separator: "\n")
    func count(_ labels: String) -> String {
      "\(labels.reduce(0) { $0 + text.ranges(of: "«\($1):").count })"
    }
    let part = Pages.part(try Pages.text("Masking"), under: "## Measured")
    let rows = Pages.rows(part).dropFirst()
    #expect(rows.map { $0[1] } == [count("pc"), count("pci"), count("e"), count("t")])
  }

  @Test func `recall and precision follow from the counts`() throws {
    let part = Pages.part(try Pages.text("Masking"), under: "## Measured")
    for row in Pages.rows(part).dropFirst() {
      let numbers = try row[1...3].map { try #require(Double($0)) }
      let recall = try #require(Double(row[4]))
      let precision = try #require(Double(row[5]))
      #expect(abs(numbers[1] / numbers[0] - recall) < 0.005, "\(row[0])")
      #expect(abs(numbers[1] / numbers[2] - precision) < 0.005, "\(row[0])")
    }
  }
}
