import DialogueModel
import Foundation
import Pipeline
import Register
import TestSupport
import Testing

/// Real files, which nobody here wrote, through the whole pipeline.
@Suite(.enabled(if: TestPlaces.corpus != nil, Comment(rawValue: TestPlaces.corpusMissing)))
struct CorpusRunTests {
  /// A file of the corpus and how a dialogue file maps it.
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let profile: String
    let records: Int
    let mapping: String
    var testDescription: String { file }
  }

  static let cases = [
    Case(
      file: "csv/limesurvey_de_semicolon_bom_fulltext.csv", profile: "limesurvey", records: 96,
      mapping: """
            text: ["Welche Aspekte und entsprechende Modellierungswerkzeuge sind für Sie \
        relevant, wurden aber nicht in dieser Studie genannt?", "Haben Sie sonstige Fragen und \
        Anmerkungen zur Studie?"]
            closed: ["Welchen fachlichen Hintergrund haben Sie? [Maschinenbau]", "Welchen \
        fachlichen Hintergrund haben Sie? [Elektrotechnik]", "Welchen fachlichen Hintergrund \
        haben Sie? [Informatik]"]
        """),
    Case(
      file: "csv/consul_madrid_comments.csv", profile: "consul", records: 5633,
      mapping: """
            id: id
            time: date
            text: [text]
            drop: [userId]
        """),
    Case(
      file: "csv/surveymonkey_two_header_starwars_cp1252.csv", profile: "surveymonkey",
      records: 1186,
      mapping: """
            closed: ["Have you seen any of the 6 films in the Star Wars franchise?", "Which \
        character shot first?", "Please state whether you view the following characters \
        favorably, unfavorably, or are unfamiliar with him/her. › Yoda"]
            background: {age: Age, sex: Gender}
        """),
    Case(
      file: "xml/openeplatform", profile: "open-eplatform", records: 3,
      mapping: """
            text: [Values/title, Values/description]
            closed: [Values/reportType]
            contact: [Values/contact/**]
        """),
  ]

  /// Makes a dialogue folder around a file of the corpus.
  static func dialogue(_ item: Case, in folder: String) throws {
    let corpus = try #require(TestPlaces.corpus)
    try FileManager.default.createDirectory(
      atPath: folder + "/inputs", withIntermediateDirectories: true)
    let name = (item.file as NSString).lastPathComponent
    try FileManager.default.copyItem(
      atPath: corpus + "/" + item.file, toPath: folder + "/inputs/" + name)
    try FileManager.default.copyItem(
      atPath: TestPlaces.package + "/pipelines/codebooks/kommun-bas-sv.yaml",
      toPath: folder + "/codebook.yaml")
    try """
    dialogue:
      id: corpus
      title: En verklig fil
      type: medborgardialog
      municipality: Exempelby kommun
      idPrefix: KO
    case: {registryNumber: KS 2026/9, title: En verklig fil, decidingBody: Kommunfullmäktige}
    purpose: Att läsa en verklig fil.
    influence: {scale: skr5, step: konsultation, open: [ingenting]}
    period: {from: 2010-01-01, through: 2026-12-31}
    channels: [{id: kanal, label: Kanal}]
    sources:
      - path: inputs/\(name)
        profile: \(item.profile)
        channel: kanal
    \(item.mapping)
    codebook: codebook.yaml
    reference: none
    referenceReason: Filen jämförs inte.
    """.write(toFile: folder + "/dialogue.yaml", atomically: true, encoding: .utf8)
  }

  @Test(arguments: cases) func `the file gives a balanced account and an annex`(
    item: Case
  ) throws {
    try TestPlaces.withFolder { folder in
      try Self.dialogue(item, in: folder)
      let report: RunReport
      do {
        report = try DialogueRun(
          .init(dialogue: folder, out: nil, at: "2026-06-02", workers: 2)
        ).execute()
      } catch let refused as RefusedRun {
        Issue.record("refused: \(refused.findings)")
        return
      }
      let total = report.account.total
      #expect(total.read == item.records)
      #expect(
        total.read
          == total.accepted + total.duplicate + total.empty + total.outOfPeriod
          + total.incomplete + total.rejected)
      #expect(total.accepted > 0)
      #expect(total.rejected == 0)
      let annex = try String(contentsOfFile: report.annexPath, encoding: .utf8)
      #expect(annex.contains("KS 2026/9"))
      let verified = try OutputVerification(out: folder + "/out", dialogue: nil).execute()
      #expect(verified.agrees, "\(verified.findings)")
    }
  }

  @Test func `a malformed Open ePlatform declaration is mended, and what is personal is dropped`()
    throws
  {
    try TestPlaces.withFolder { folder in
      try Self.dialogue(Self.cases[3], in: folder)
      let report = try DialogueRun(
        .init(dialogue: folder, out: nil, at: "2026-06-02", workers: 1)
      ).execute()
      #expect(report.findings.count { $0.code == .xmlDeclarationMended } == 3)
      #expect(report.findings.count { $0.code == .anonymityHonoured } == 1)
      for (name, bytes) in try TestPlaces.files(below: folder + "/out") {
        for word in ["Kalle", "Anka", "@sundsvall", "STORGATAN", "191010101010", "070111"] {
          #expect(bytes.range(of: Data(word.utf8)) == nil, "\(name) holds \(word)")
        }
      }
      let register = try RegisterReader(path: folder + "/out/internal/register.sqlite")
      var texts: [String] = []
      try register.forEachSubmission { _, viewpoints in texts += viewpoints.map(\.text) }
      // The file has å and ä, under a declaration that no parser reads.
      #expect(texts.contains("beskriver synpunkten här"))
      #expect(texts.contains("Testar att lämna förslag"))
    }
  }
}
