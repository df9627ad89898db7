import Foundation
import Records
import Testing
import XMLReading

@Suite struct HostileTests {
  // The nine-level bomb in its usual form, one with parameter entities, one through attributes.
  private static func bomb(_ percent: String, _ use: String) -> String {
    var text = "<!DOCTYPE d [<!ENTITY \(percent)a0 'ha'>"
    for level in 1...9 {
      let before = (percent.isEmpty ? "&" : "%") + "a\(level - 1);"
      text += "<!ENTITY \(percent)a\(level) '" + String(repeating: before, count: 10) + "'>"
    }
    return text + (percent.isEmpty ? "" : "%a9;") + "]><d><r>\(use)</r></d>"
  }

  @Test(arguments: [
    bomb("", "<v>&a9;</v>"), bomb("", "<v x='&a9;'/>"), bomb("% ", "<v>a</v>"),
    "<!DOCTYPE d [<!ENTITY a '&b;'><!ENTITY b '&a;'>]><d><r><v>&a;</v></r></d>",
    "<!DOCTYPE d [<!ENTITY a 'b'>]>\n<d><r><v>&a;</v></r></d>", "<!DOCTYPE d><d><r/></d>",
    "<!DOCTYPE d SYSTEM 'http://127.0.0.1:9/d.dtd'><d><r/></d>",
    "<!DOCTYPE d PUBLIC '-//X//Y' 'd.dtd' [<!ATTLIST r v CDATA 'x'>]><d><r/></d>",
    "<?xml version='1.0'?><!-- c --><?pi?>\n\n<!DOCTYPE d []><d><r/></d>",
  ])
  func `A document type declaration ends the reading at once`(xml: String) throws {
    for chunk in [1, 13, 1 << 16] {
      let reading = try Reading(xml, layout("r", "v", "v/@x"), chunk: chunk)
      #expect(reading.rows == [])
      #expect(reading.kinds == [.documentType])
      #expect(reading.problems.first?.line != nil)
    }
  }

  @Test func `A file that an entity names is never opened`() throws {
    // Whoever opens the pipe for reading waits for a writer, who never comes.
    let pipe = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try #require(mkfifo(pipe, 0o600) == 0)
    defer { unlink(pipe) }
    for declaration in [
      "<!DOCTYPE d SYSTEM '\(pipe)'>", "<!DOCTYPE d [<!ENTITY a SYSTEM '\(pipe)'>]>",
      "<!DOCTYPE d [<!ENTITY % a SYSTEM '\(pipe)'> %a;]>",
    ] {
      let reading = try Reading("\(declaration)<d><r><v>&a;</v></r></d>", layout("r", "v"))
      #expect(reading.kinds == [.documentType])
    }
    // Nor one that XInclude or a schema location names: these are elements and attributes.
    let reading = try Reading(
      """
      <d xmlns:xi="http://www.w3.org/2001/XInclude"
        xmlns:s="http://www.w3.org/2001/XMLSchema-instance" s:noNamespaceSchemaLocation="\(pipe)">
      <r><v><xi:include href="\(pipe)" parse="text"/></v></r></d>
      """, layout("r", "v"))
    #expect(reading.rows == [[""]])
    #expect(reading.problems == [])
  }

  @Test func `An entity that nobody declared is refused`() throws {
    let reading = try Reading("<d><r><v>a</v></r><r><v>a&nbsp;b</v></r></d>", layout("r", "v"))
    #expect(reading.rows == [["a"]])
    #expect(reading.kinds == [.notWellFormed])
    #expect(reading.problems.first?.found == 26)
  }

  @Test(arguments: [
    "<!DOCTYPE html>\n<html><head><title>Fel</title></head><body><p>Hemlig</body></html>",
    "<!doctype html><html><body>Hemlig<br></body></html>",
    "<html><head><meta charset=utf-8></head><body>Hemlig</body></html>",
    "\n<HTML><BODY>Hemlig</BODY></HTML><p>",
  ])
  func `An HTML page saved as XML is refused and called by its name`(page: String) throws {
    let reading = try Reading(page, layout("r", "v"))
    #expect(reading.rows == [])
    #expect(reading.problems.count == 1)
    #expect(reading.problems.first?.detail?.hasPrefix("an HTML page") == true)
  }

  @Test(arguments: [
    "<d><Hemlig>a</Hemlig2></d>", "<d a='Hemlig' a='Hemlig'/>", "<d>&Hemlig;</d>",
    "<d><r>Hemlig</d>", "<d a=Hemlig/>", "<d>Hemlig]]></d>", "<d/>Hemlig", "Hemlig", "", " ",
    "<d Hemlig/>", "<d><!-- Hemlig -- --></d>", "<d>\u{1}Hemlig</d>", "<d><r><![CDATA[Hemlig",
  ])
  func `What is not well-formed is refused without quoting it`(xml: String) throws {
    let reading = try Reading(xml, layout("r", "v"))
    #expect(reading.rows == [])
    #expect(reading.kinds == [.notWellFormed])
    #expect(reading.problems.first?.line == 1)
    #expect((reading.problems.first?.found ?? 0) > 0)
    #expect("\(reading.problems)\(reading.undelivered)".contains("Hemlig") == false)
  }

  @Test func `A NUL byte is refused`() throws {
    let xml = Array("<d><r><v>a</v></r>\n<r><v>b".utf8) + [0] + Array("c</v></r></d>".utf8)
    for chunk in [1, 1 << 16] {
      let reading = try Reading(xml, layout("r", "v"), chunk: chunk)
      #expect(reading.rows == [["a"]])
      #expect(reading.kinds == [.notWellFormed])
    }
  }

  @Test func `Bytes without sense never crash the reader`() throws {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let seed = Array(
      "<?xml version='1.0'encoding='UTF_8'?><d><r a='å'><v>ö&amp;</v><v><![CDATA[ä]]></v></r></d>"
        .utf8)
    let layout = try layout("r", "v", "@a")
    for _ in 0..<400 {
      var bytes = seed
      for _ in 0...random(4) { bytes[random(bytes.count)] = UInt8(random(256)) }
      let reading = try Reading(bytes, layout, chunk: 1 + random(40))
      for value in reading.rows.joined() { #expect(!value.unicodeScalars.contains("\u{FFFD}")) }
      _ = try XMLOutline.read(.bytes(bytes, chunkSize: 1 + random(40)))
    }
  }
}
