import ArgumentParser
import DialogueModel
import Pipeline

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Compare target groups with the population: who is missing, and can it be said.",
    discussion: """
      For a dialogue, or for any table of counts. The table is a CSV file with the columns \
      group,referenceCount,members,known,unknown; a row without referenceCount is shown and not \
      compared.
      """)

  @Argument(help: "The dialogue's folder, or its dialogue.yaml.")
  var dialogue: String?

  @Option(help: "A CSV file with counts, instead of a dialogue.")
  var counts: String?

  @Option(help: "With --counts: the number of persons who could take part.")
  var population: Int?

  @Flag(help: "For a dialogue: show counts of 1 to 4 too, which are hidden in public.")
  var showSmall = false

  @Flag(help: "Write the result as JSON, with every count.")
  var json = false

  func validate() throws {
    switch (dialogue, counts) {
    case (nil, nil), (.some, .some):
      throw ValidationError("Name a dialogue, or a table with --counts, and not both.")
    case (nil, .some):
      if population == nil { throw ValidationError("--counts needs --population.") }
    case (.some, nil):
      if population != nil { throw ValidationError("--population goes with --counts.") }
    }
  }

  func run() throws {
    try ExitStatus.guarding {
      if let counts, let population {
        let table = try CountsTable(path: counts, population: population)
        Terminal.show(table.findings)
        if json {
          Terminal.bytes(try table.json())
        } else {
          Terminal.result(
            CoverageText.table(
              [("", table.assessments.map { ($0.count.id, $0) })], rule: table.rule,
              tests: table.tests,
              heading: "\(counts), reference \(Terminal.number(population))."))
        }
        if table.findings.contains(where: { $0.severity == .error }) { throw ExitStatus.findings }
      } else if let dialogue {
        let coverage = try DialogueCoverage(dialogue: dialogue).execute()
        Terminal.show(coverage.findings, least: .warning)
        if json {
          Terminal.bytes(try coverage.json())
        } else {
          Terminal.result(CoverageText.words(coverage, showSmall: showSmall))
        }
      }
    }
  }
}
