import Foundation
import Records
import Testing
import XMLReading

// What a file can do to whoever reads it. The same attacks at their full size, against the clock
// and the memory of a process, are no matter for a unit test.
@Suite struct AttackTests {
  private static let layout = Result {
    try XMLRecordLayout(
      record: "r", columnCount: 3,
      rules: [
        .flowingText("v", column: 0), .text("m[k=1]/v", column: 1), .text("**/@a", column: 2),
      ])
  }

  private func read(_ xml: String, limits: XMLLimits = XMLLimits()) throws -> Reading {
    let reading = try Reading(xml, try Self.layout.get(), limits: limits)
    let outline = try XMLOutline.read(
      .bytes(Array(xml.utf8)), keys: [try XMLKey(element: "m", key: "k")], limits: limits)
    #expect(outline.problems == reading.problems)
    return reading
  }

  private func many(_ count: Int, _ each: (Int) -> String) -> String {
    (0..<count).map(each).joined()
  }

  @Test func `Attributes without number end the reading, by the limit`() throws {
    let reading = try read("<d><r/><r \(many(100_000) { "a\($0)='' " })/><r/></d>")
    #expect(reading.rows.count == 1)
    #expect(reading.kinds == [.valueTooLong])
    #expect(reading.problems.first?.expected == 256)
  }

  @Test func `Names without number end the reading, by the limit`() throws {
    let reading = try read(
      "<d><r/>\(many(20_000) { "<n\($0)/>" })</d>", limits: XMLLimits(nameCount: 10_000))
    #expect(reading.kinds == [.valueTooLong])
    #expect(reading.problems.first?.expected == 10_000)
  }

  @Test func `Nesting without end ends the reading, in keyed elements too`() throws {
    for start in ["<a>", "<r>", "<m>", "<r><m>"] {
      let reading = try read("<d>" + String(repeating: start, count: 100_000))
      #expect(reading.kinds == [.tooDeep])
    }
  }

  @Test func `Records in records without end are set aside, each by name`() throws {
    let reading = try read("<d>" + String(repeating: "<r><v>x</v>", count: 62))
    #expect(reading.rows == [])
    #expect(reading.undelivered.count == 62)
    #expect(reading.kinds == [.notWellFormed])
  }

  @Test func `Keys without number, keys without end and keys that never come`() throws {
    let elements = many(3000) { "<m><k>\($0)</k><v>x</v></m>" }
    #expect(try read("<d><r>\(elements)</r></d>").rows == [["", "x", ""]])
    let long = String(repeating: "1", count: 100_000)
    #expect(try read("<d><r><m><k>\(long)</k><v>x</v></m></r></d>").rows == [["", "", ""]])
    let never = try read("<d><r><m>\(many(3000) { "<v>\($0)</v>" })</m></r><r/></d>")
    #expect(never.rows == [["", "", ""], ["", "", ""]])
    #expect(
      never.untaken.first { $0.path == "m/v" }
        == XMLPathCount(path: "m/v", isInsideRecord: true, seen: 3000, withText: 3000))
  }

  @Test(arguments: [
    "<?xml-stylesheet type='text/xsl' href='PIPE'?><d><r a='1'/></d>",
    "<?xml version='1.0'?><?xml-stylesheet href='file://PIPE'?><d><r a='1'/></d>",
    "<?xml-model href='PIPE'?><d><r a='1'/></d>",
    "<d xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='PIPE'/><r a='1'/></d>",
    "<d xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='http://127.0.0.1:9/'/><r a='1'/></d>",
    "<d xml:base='PIPE'><r a='1'/></d>",
    "<?oasis-xml-catalog catalog='PIPE'?><d><r a='1'/></d>",
  ])
  func `What points at a file or the network is never opened`(xml: String) throws {
    // Whoever opens the pipe for reading waits for a writer, who never comes.
    let pipe = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try #require(mkfifo(pipe, 0o600) == 0)
    defer { unlink(pipe) }
    let reading = try read(xml.replacingOccurrences(of: "PIPE", with: pipe))
    #expect(reading.rows == [["", "", "1"]])
    #expect(reading.problems == [])
  }

  @Test(arguments: [("<!--", "-->"), ("<?pi ", "?>")])
  func `A comment or processing instruction of eleven megabytes ends the reading`(
    open: String, close: String
  ) throws {
    let filler = String(repeating: "fill ", count: 2_300_000)
    for end in [close, ""] {
      let reading = try Reading("<d><r/>\(open)\(filler)\(end)<r/></d>", Self.layout.get())
      #expect(reading.rows.count == 1)
      #expect(reading.kinds == [.valueTooLong])
    }
  }

  @Test(arguments: ["<v><![CDATA[", "<v>", "<x><![CDATA[", "<m><v>"])
  func `A text without end sets aside the record that it stands in`(open: String) throws {
    let filler = String(repeating: "fyll ", count: 400_000)
    let reading = try Reading(
      "<d><r/><r>\(open)\(filler)", Self.layout.get(), limits: XMLLimits(valueLength: 1 << 20))
    #expect(reading.rows == [["", "", ""]])
    #expect(reading.undelivered.count == 1)
    #expect(reading.kinds == [.notWellFormed])
  }
}
