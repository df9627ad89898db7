import Annex
import CSVReading
import DialogueModel
import Policy

/// Composes and renders the documents of a run from its material.
struct RunDocuments {
  let internalDocument: AnnexDocument
  let publicDocument: AnnexDocument
  let duties: [DutyCheck]
  let coverage: [DialogueCoverage.Channel]
  private let material: RunMaterial
  private let builder: AnnexContentBuilder

  init(_ material: RunMaterial) throws {
    self.material = material
    let compared = DialogueCoverage.compare(material)
    coverage = compared.channels
    duties = Self.check(material, coverage)
    builder = AnnexContentBuilder(
      material: material, coverage: coverage, tests: compared.tests, duties: duties)
    let composer = AnnexComposer()
    internalDocument = composer.compose(builder.content(.internal))
    publicDocument = composer.compose(builder.content(.public))
  }

  /// The files for `internal/`, beside the register.
  func internalFiles() throws -> [OutputFile] {
    let tables = OutputTables(
      material: material, coverage: coverage, smallestCount: 0, hiddenKeys: [])
    return [
      OutputFile(name: "internal/submissions.csv", bytes: tables.submissions()),
      OutputFile(name: "internal/annex.html", bytes: HTMLRenderer().render(internalDocument)),
      OutputFile(
        name: "internal/annex.json", bytes: try JSONRenderer().render(internalDocument)),
      OutputFile(name: "internal/findings.csv", bytes: findingsTable()),
      OutputFile(
        name: "internal/account.json",
        bytes: try JSONText.encode(AccountDocument(material.account))),
    ]
  }

  /// The files for `public/`, which are only written when the gate lets them through.
  func publicFiles() throws -> [OutputFile] {
    let tables = OutputTables(
      material: material, coverage: coverage,
      smallestCount: material.loaded.file.rule.smallestCount,
      hiddenKeys: publicDocument.hiddenKeys)
    return [
      OutputFile(name: "public/annex.html", bytes: HTMLRenderer().render(publicDocument)),
      OutputFile(name: "public/annex.json", bytes: try JSONRenderer().render(publicDocument)),
      OutputFile(name: "public/themes.csv", bytes: tables.themes()),
      OutputFile(name: "public/representation.csv", bytes: tables.representation()),
      OutputFile(name: "public/submissions.csv", bytes: tables.submissions()),
    ]
  }

  private func findingsTable() -> [UInt8] {
    let writer = CSVWriter()
    var text = writer.row([
      "code", "severity", "file", "line", "record", "column", "reason", "consequence", "remedy",
    ])
    for finding in material.findings {
      writer.write(
        [
          finding.code.rawValue, finding.severity.rawValue, finding.place.file,
          finding.place.line.map(String.init) ?? "", finding.place.record.map(String.init) ?? "",
          finding.place.column ?? "", finding.summary, finding.consequence, finding.remedy,
        ], to: &text)
    }
    return Array(text.utf8)
  }

  private static func check(
    _ material: RunMaterial, _ coverage: [DialogueCoverage.Channel]
  ) -> [DutyCheck] {
    var figures = Policy.RunFigures()
    figures.lastSubmission = material.lastDay.flatMap { CalendarDate(daysSince1970: $0) }
    figures.lateCount = material.account[.outOfPeriod]
    figures.themesWithViewpoints = zip(material.shape.themes, material.figures.themeViewpoints)
      .filter { $0.1 > 0 }.map(\.0.key)
    figures.groups = coverage.flatMap(\.dimensions).flatMap { dimension in
      dimension.groups.map {
        Policy.RunFigures.Group(
          id: "\(dimension.id)/\($0.id)", classification: $0.assessment.classification)
      }
    }
    figures.outputs = [.annex, .submissionList]
    figures.isVerifiable = true
    return PolicyChecker(duties: material.loaded.duties).check(
      PolicyFacts(
        dialogue: material.loaded.file.dialogue, responses: material.loaded.responses,
        run: figures))
  }
}
