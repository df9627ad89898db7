import Foundation
import Records
import Testing
import XMLReading

private let corpus = ProcessInfo.processInfo.environment["INSPEL_CORPUS"]

@Suite(.enabled(if: corpus != nil, "INSPEL_CORPUS is not set: no corpus of real files"))
struct CorpusChunkTests {
  private static let names: [String] = {
    guard let corpus else { return [] }
    return ["xml", "hostile/xml"].flatMap { folder -> [String] in
      let all = FileManager.default.enumerator(atPath: "\(corpus)/\(folder)")
      return (all?.compactMap { $0 as? String } ?? []).map { "\(folder)/\($0)" }
    }.filter { ["xml", "lss", "ent", "dtd"].contains(URL(filePath: $0).pathExtension) }.sorted()
  }()

  // Every feature at once: keys, flowing text, records in records, skips and drops.
  private static func layouts() throws -> [XMLRecordLayout] {
    let rules: [XMLFieldRule] = [
      try .flowingText(".", except: ["**/Name", "*[QueryID=62481]"], column: 0, separator: "|"),
      try .text("Values/*[QueryID=62482]/Value", column: 1),
      try .text("**/row[parent_qid=0]/title", column: 1),
      try .text("ExtraParameters/Parameters/Parameter[Name=municipal_sundsvall]/Value", column: 1),
      try .text("*", column: 2),
      try .text("**/@*", column: 2),
      try .text("g1/g2[t2='some text 3.1']/g3/t3", column: 3),
    ]
    let skips = [XMLSkipRule(attribute: "relevant", value: "false")]
    return [
      try XMLRecordLayout(
        record: "/*", columnCount: 4, rules: rules, dropped: ["Header/Poster"], skippedWhere: skips),
      try XMLRecordLayout(record: "rows", columnCount: 4, rules: rules, skippedWhere: skips),
      try XMLRecordLayout(
        record: "/*/*", columnCount: 4, rules: rules, dropped: ["*[type=T]", "**/@relevant"]),
    ]
  }

  @Test func `All of them are here`() {
    #expect(Self.names.count == 52)
  }

  @Test(arguments: names, [1, 2, 7, 4096])
  func `A real or hostile file gives the same whatever the chunks`(
    name: String, chunk: Int
  ) throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: try #require(corpus) + "/" + name)))
    // The largest is slow byte by byte in a debug build.
    if bytes.count > 100_000 && chunk < 7 { return }
    for layout in try Self.layouts() {
      let whole = try Reading(bytes, layout, chunk: 1 << 20)
      #expect(try Reading(bytes, layout, chunk: chunk, records: 1 + chunk % 3) == whole)
    }
    let keys = [
      try XMLKey(element: "Parameter", key: "Name"), try XMLKey(element: "row", key: "type"),
      try XMLKey(element: "g2", key: "t2"),
    ]
    let whole = try XMLOutline.read(.bytes(bytes, chunkSize: 1 << 20), keys: keys)
    let outline = try XMLOutline.read(.bytes(bytes, chunkSize: chunk), keys: keys)
    #expect(outline.paths == whole.paths)
    #expect(outline.problems == whole.problems)
  }

  private func read(_ name: String, _ layout: XMLRecordLayout) throws -> Reading {
    try Reading(.file(try InputFile(path: try #require(corpus) + "/xml/" + name)), layout)
  }

  @Test func `Repeats come in the order of the document, from every level`() throws {
    let layout = try XMLRecordLayout(
      record: "/*", columnCount: 4,
      rules: [
        .text("g1/t1", column: 0, separator: ","), .text("g1/g2/t2", column: 1),
        .text("g1/g2/g3/t3", column: 2, separator: ","),
        .text("g1/g2[t2='some text 3.1']/g3/t3", column: 3, separator: ","),
      ])
    let reading = try read("openrosa/briefcase_nested-repeats-submission.xml", layout)
    let last = (1...4).map { "some text 3.1.\($0)" }
    #expect(
      reading.rows == [
        [
          "some text 1,some text 2,some text 3",
          "some text 1.1\nsome text 1.2\nsome text 2.1\nsome text 3.1",
          (["some text 1.1.1"] + last).joined(separator: ","), last.joined(separator: ","),
        ]
      ])
    #expect(reading.untaken.filter { $0.path.hasPrefix("g1") && $0.withText > 0 } == [])
  }

  @Test func `Answers of an Open ePlatform submission are read by the number of the question`()
    throws
  {
    let layout = try layout(
      "FlowInstance", "Values/*[QueryID=62482]/Value", "Values/*[QueryID=62481]/Rubrik",
      "ExtraParameters/Parameters/Parameter[Name=region_municipal_sundsvall]/Value")
    let reading = try read(
      "openeplatform/smloader_flow-instance-lamna-synpunkt-anonymous.xml", layout)
    #expect(reading.rows == [["testar synen", "testsyn", "2281"]])
    let outline = try XMLOutline.read(
      .file(
        try InputFile(
          path: try #require(corpus)
            + "/xml/openeplatform/smloader_flow-instance-lamna-synpunkt-anonymous.xml")),
      keys: [try XMLKey(element: "Parameter", key: "Name")])
    let path = "/FlowInstance/ExtraParameters/Parameters/Parameter[Name=region_municipal_sundsvall]"
    #expect(outline.paths.contains { $0.path == path + "/Value" && $0.withText == 1 })
  }

  @Test func `What is not relevant in an Orbeon submission is skipped and counted`() throws {
    let layout = try XMLRecordLayout(
      record: "/form", columnCount: 1, rules: [.text("**/@relevant", column: 0)],
      dropped: [], skippedWhere: [XMLSkipRule(attribute: "relevant", value: "false")])
    let reading = try read("orbeon/public-records_e7fb0c.xml", layout)
    #expect(reading.rows == [[""]])
    #expect(reading.skipCounts == [10])
  }
}
