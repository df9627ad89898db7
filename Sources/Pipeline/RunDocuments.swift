import Annex
import CSVReading
import DialogueModel
import Policy

/// Composes and renders the documents of a run from its material.
struct RunDocuments {
  let internalDocument: AnnexDocument
  let publicDocument: AnnexDocument
  /// Small counts that a reader of earlier versions too could narrow down, by key.
  let exposed: [String]
  /// What was found while comparing with the population.
  let findings: [Finding]
  /// Questions whose groups are divided in another way than in an earlier version.
  let changedGroups: [String]
  let duties: [DutyCheck]
  let coverage: [DialogueCoverage.Channel]
  private let material: RunMaterial
  private let builder: AnnexContentBuilder

  /// Composes both editions, the public one beside the versions published before.
  init(_ material: RunMaterial) throws {
    self.material = material
    let comparison = CoverageComparison(material)
    let closed = ClosedTables(material, comparison)
    findings = comparison.findings(material.figures)
    let compared = DialogueCoverage.compare(material, closed)
    coverage = compared.channels
    duties = Self.check(material, coverage)
    builder = AnnexContentBuilder(
      material: material, coverage: coverage, tests: compared.tests, duties: duties,
      closed: closed)
    let composer = AnnexComposer()
    internalDocument = composer.compose(try builder.content(.internal))
    let outcome = composer.compose(
      try builder.content(.public), earlier: material.loaded.earlier)
    publicDocument = outcome.document
    exposed = outcome.exposed
    changedGroups = outcome.changedGroups
  }

  /// Writes the files of `internal/`, beside the register and the list of submissions.
  func writeInternal(to output: OutputFolder) throws {
    try output.write(HTMLRenderer().render(internalDocument), to: "internal/annex.html")
    try output.write(try JSONRenderer().render(internalDocument), to: "internal/annex.json")
    try output.write(findingsTable(), to: "internal/findings.csv")
    try output.write(
      try JSONText.encode(AccountDocument(material.account)), to: "internal/account.json")
  }

  /// Writes the lists of submissions, which may be long; beside the other files if need be.
  func writeLists(to output: OutputFolder, isPublic: Bool) throws {
    let tables = SubmissionTables(
      material: material, hiddenKeys: publicDocument.hiddenKeys,
      smallestCount: material.loaded.file.rule.smallestCount)
    try output.write(to: "internal/submissions.csv") { full in
      guard isPublic else { return try tables.write(internal: full) { _ in } }
      try output.write(to: "public/submissions.csv") { short in
        try tables.write(internal: full, public: short)
      }
    }
  }

  /// Writes the files of `public/` but for the list of submissions; the gate then looks at them.
  func writePublic(to output: OutputFolder) throws {
    let tables = OutputTables(
      material: material, coverage: coverage,
      smallestCount: material.loaded.file.rule.smallestCount,
      hiddenKeys: publicDocument.hiddenKeys, hiddenClasses: publicDocument.hiddenClasses)
    try output.write(HTMLRenderer().render(publicDocument), to: "public/annex.html")
    try output.write(try JSONRenderer().render(publicDocument), to: "public/annex.json")
    try output.write(tables.themes(), to: "public/themes.csv")
    try output.write(tables.representation(), to: "public/representation.csv")
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
