import DialogueModel
import Foundation
import ReferenceTables
import Testing

/// Files that are no tables, or broken ones: refused with a finding, never a crash.
@Suite struct HostileTests {
  @Test(arguments: [
    "", "\n\n\n", ";;;\n;;;", "region", "hej", "region;ålder", "\"", "\"\n\"",
    "Folkmängd 2019", "2019;2020\n1;2", "1783;0;1950\n1783;1;1960",
    String(repeating: "\n", count: 100), "\u{0}\u{0}\u{0}", "region;Folkmängd 2019;Folkmängd 2019",
  ])
  func `what is no table is refused`(text: String) throws {
    let result = try convert(text, with: options("0-15,16+"))
    #expect(!result.isComplete)
    #expect(result.rows.isEmpty)
    #expect(result.csv == nil)
  }

  @Test func `a header alone is an empty table`() throws {
    for text in ["region;ålder;kön;Folkmängd 2019", "region;ålder;kön;Folkmängd 2019\n\n;;;\n"] {
      let result = try convert(text, with: options("16+"))
      #expect(result.codes(.error).contains("file.empty"))
    }
  }

  @Test func `an empty file, a missing one and a folder are told apart`() throws {
    #expect(try convert("", with: options()).codes(.error) == ["file.empty"])
    let gone = ReferenceConversion(try options()).convert(["/nowhere/at/all.csv"])
    #expect(gone.codes(.error) == ["file.missing"])
    let folder = ReferenceConversion(try options()).convert([NSTemporaryDirectory()])
    #expect(folder.codes(.error) == ["file.unreadable"])
    let none = ReferenceConversion(try options()).convert([])
    #expect(none.codes(.error) == ["usage.invalid"])
  }

  @Test func `a workbook is told from a table`() throws {
    let result = try convert(
      [[0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 99)],
      with: options())
    #expect(result.codes(.error) == ["file.binary"])
  }

  @Test func `a quote that is never closed is refused`() throws {
    let table = MadeUpTable(tail: ["\"9901 Mellanmåla,\"100 år\",\"män\",1", "\"x"])
    let result = try convert(table.text, with: options("0-64,65+"))
    #expect(result.codes(.error).contains("csv.unterminated-quote"))
  }

  @Test func `a row with too many cells between the others is refused`() throws {
    var lines = MadeUpTable().text.split(separator: "\n").map(String.init)
    lines.insert("\"9901\",\"Mellanmåla\",\"16 år\",\"män\",5", at: 40)
    let result = try convert(lines.joined(separator: "\n"), with: options("0-64,65+"))
    let finding = try #require(result.findings.first { $0.severity == .error })
    #expect(finding.code.rawValue == "csv.field-count")
    #expect(finding.place.line == 41)
  }

  @Test func `of many broken rows the first are listed and all are counted`() throws {
    let row = "9901 Mellanmåla,16,män,5,6\n"
    let table = "region,ålder,kön,2019\n" + String(repeating: row, count: 250)
    let result = try convert(table + "9901 Mellanmåla,17,män,5\n", with: options())
    #expect(result.codes(.error).count == 100)
    #expect(result.findings.contains { $0.summary == "150 more rows cannot be read" })
    #expect(result.accounts.first?.unused[.unreadable] == 251)
  }

  @Test func `bytes that are no text are refused`() throws {
    var bytes = Array(MadeUpTable().text.utf8)
    let place = try #require(bytes.firstRange(of: Array("16 år".utf8))?.lowerBound)
    bytes.insert(0xFF, at: place)
    #expect(!(try convert([bytes], with: options("0-64,65+"))).isComplete)
    bytes[place] = 0
    #expect(!(try convert([bytes], with: options("0-64,65+"))).isComplete)
  }

  @Test func `a file beyond the limit is refused`() throws {
    let result = try convert(
      [[UInt8](repeating: 0x31, count: (16 << 20) + 1)], with: options())
    #expect(result.codes(.error) == ["limit.exceeded"])
  }

  @Test func `findings never repeat a cell that could be a sentence or a number`() throws {
    let secret = "Anna Andersson 0701234567 bor i Mellanmåla"
    let table = "region,\(secret) 2019,\(secret)\n\(secret),5,\(secret)\n\(secret),5,\(secret)"
    for region in ["9901", secret] {
      let result = try convert(table, with: options("16+", region: region))
      for finding in result.findings {
        #expect(!"\(finding)".contains("0701234567"))
        #expect(!"\(finding)".contains("Anna"))
      }
    }
  }

  /// Every second byte of a small table changed to every one of some bytes: never a crash, and the
  /// account balances (`convert` checks it).
  @Test func `a table with a byte changed is read or refused`() throws {
    let table = Array(
      "T, 1\nregion,ålder,kön,2019\n9901 M,0-15,män,5\n9901 M,16+,män,6\n9901 M,totalt,k,7\nx\n"
        .utf8)
    let opened = try options("0-15,16+")
    for place in stride(from: 0, to: table.count, by: 2) {
      for byte: UInt8 in [0x22, 0x2C, 0x39] {
        var bytes = table
        bytes[place] = byte
        _ = try convert([bytes], with: opened)
      }
    }
  }
}
