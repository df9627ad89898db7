import DialogueModel
import Foundation
import Ingest
import TestSupport
import Testing

/// Sources from the file to their batches.
@Suite struct SourceOpenerTests {
  /// Opens a file made of a text and gives its records as rows of the columns with a role.
  func rows(
    _ text: String, encoding: String.Encoding = .utf8, named name: String = "f.csv",
    profile: SourceProfile = SourceProfile(id: "csv", label: "CSV", container: .csv),
    _ declare: (inout SourceDeclaration) -> Void
  ) throws -> (rows: [[String]], source: OpenedSource?, findings: [Finding]) {
    try TestPlaces.withFolder { folder in
      let path = folder + "/" + name
      try #require(text.data(using: encoding)).write(to: URL(fileURLWithPath: path))
      var declaration = SourceDeclaration(path: name, profile: profile.id, channel: "k")
      declare(&declaration)
      let file = SourceFile(
        path: name, absolutePath: path, declaration: declaration, profile: profile)
      let (source, findings) = try SourceOpener(blockSize: 64).open(file)
      guard let source else { return ([], nil, findings) }
      var rows: [[String]] = []
      var all = findings
      let work = SourceWork()
      while try source.take(into: work) {
        work.parse()
        for record in 0..<work.batch.count {
          rows.append(
            (0..<work.batch.columnCount).map { work.batch.string(column: $0, record: record) })
        }
      }
      let ending = try source.finish()
      all += ending.findings
      #expect(ending.bytes == (try Data(contentsOf: URL(fileURLWithPath: path)).count))
      return (rows, source, all)
    }
  }

  @Test func `a file that is written while it is read is refused`() throws {
    try TestPlaces.withFolder { folder in
      let path = folder + "/f.csv"
      try Data("a;b\nFler bussar;1\n".utf8).write(to: URL(fileURLWithPath: path))
      var declaration = SourceDeclaration(path: "f.csv", profile: "csv", channel: "k")
      declaration.text = ["a"]
      let file = SourceFile(
        path: "f.csv", absolutePath: path, declaration: declaration,
        profile: SourceProfile(id: "csv", label: "CSV", container: .csv))
      let source = try #require(try SourceOpener().open(file).source)
      let work = SourceWork()
      while try source.take(into: work) { work.parse() }
      // In place, as a program does that does not write a new file.
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data("Fler turer;2\n".utf8))
      try handle.close()
      let error = #expect(throws: InspelError.self) { try source.finish() }
      #expect(error?.code == .fileChanged)
    }
  }

  @Test func `columns get their roles by name, whatever their order, case and blanks`() throws {
    let (rows, source, findings) = try rows(
      "Extra;  SYNPUNKT ;Ålder;Nr\n1;hej;20;7\n2;då;30;8\n"
    ) {
      $0.id = "nr"
      $0.text = ["Synpunkt"]
      $0.background = ["age": "ålder"]
    }
    #expect(rows == [["7", "hej", "20"], ["8", "då", "30"]])
    #expect(source?.layout.unmapped == ["Extra"])
    #expect(findings.map(\.code) == [.mapColumnUnmapped])
  }

  @Test func `a missing column is told with the nearest name and nothing is read`() throws {
    let (_, source, findings) = try rows("synpunkter;x\na;b\n") { $0.text = ["synpunkt"] }
    #expect(source == nil)
    let missing = try #require(findings.first { $0.code == .mapColumnMissing })
    #expect(missing.consequence.contains("\"synpunkter\""))
  }

  @Test func `two header rows become one name for each column`() throws {
    var profile = SourceProfile(id: "sm", label: "SM", container: .csv)
    var style = HeaderStyle(rows: 2)
    style.continues = true
    style.silent = ["Open-Ended Response"]
    profile.headers = [style]
    let (rows, _, findings) = try rows(
      "RespondentID,Vad tycker du?,,Fritt\n,Bra,Dåligt,Open-Ended Response\n1,x,,hej\n",
      profile: profile
    ) {
      $0.id = "RespondentID"
      $0.text = ["Fritt"]
      $0.closed = ["Vad tycker du? › Bra", "Vad tycker du? › Dåligt"]
    }
    #expect(rows == [["1", "hej", "x", ""]])
    #expect(!findings.contains { $0.severity == .error })
  }

  @Test(arguments: [String.Encoding.utf8, .utf16, .isoLatin1, .windowsCP1252])
  func `the encoding makes no difference`(encoding: String.Encoding) throws {
    let text = "nr;text\r\n1;Över ån, på ön\r\n2;Åsa ställde en fråga\r\n"
    let (rows, _, _) = try rows(text, encoding: encoding) { $0.text = ["text"] }
    #expect(rows == [["Över ån, på ön"], ["Åsa ställde en fråga"]])
  }

  @Test func `personal and technical columns of the profile are dropped, not merely unmapped`()
    throws
  {
    var profile = SourceProfile(id: "p", label: "P", container: .csv)
    profile.personal = ["e-post"]
    profile.technical = ["seed"]
    let (rows, source, findings) = try rows(
      "E-post,seed,text\na@b.se,1,hej\n", profile: profile
    ) { $0.text = ["text"] }
    #expect(rows == [["hej"]])
    #expect(source?.layout.dropped == ["E-post", "seed"])
    #expect(findings.isEmpty)
  }

  @Test func `xml records are mapped by path, and what no rule takes is listed`() throws {
    var profile = SourceProfile(id: "x", label: "X", container: .xml)
    profile.personal = ["avs"]
    let (rows, source, findings) = try rows(
      """
      <svar><i nr="1"><avs>Namn</avs><t>hej</t><u>annat</u></i><i nr="2"><t>då</t></i></svar>
      """, named: "f.xml", profile: profile
    ) {
      $0.record = "i"
      $0.id = "@nr"
      $0.text = ["t"]
    }
    #expect(rows == [["1", "hej"], ["2", "då"]])
    #expect(source?.layout.dropped == ["avs"])
    #expect(findings.isEmpty)
  }
}
