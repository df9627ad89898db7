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

      Of a dialogue every count is shown, small and sensitive ones too: the result is internal, and \
      not for publication. What may be published is in the folder public of a run.
      """)

  @Argument(help: "The dialogue's folder, or its dialogue.yaml.")
  var dialogue: String?

  @Option(help: "A CSV file with counts, instead of a dialogue.")
  var counts: String?

  @Option(help: "With --counts: the number of persons who could take part.")
  var population: Int?

  @Option(
    help: """
      With --counts: how far a reference figure may be from the truth, in persons; 3 for SCB's \
      figures from 2025 on.
      """)
  var noise: Int = 0

  @Option(
    help: """
      A CSV file that crosses variables, with the columns population and participants at the end: \
      the R-indicator and its partials, for experts.
      """)
  var cells: String?

  @Flag(help: "For a dialogue: how it stood after each activity, with every count.")
  var byActivity = false

  @Flag(help: "Write the result as JSON, with every count.")
  var json = false

  func validate() throws {
    guard [dialogue, counts, cells].count(where: { $0 != nil }) == 1 else {
      throw ValidationError(
        "Name a dialogue, or a table with --counts or --cells, and only one of them.")
    }
    if counts != nil, population == nil { throw ValidationError("--counts needs --population.") }
    if counts == nil, population != nil || noise != 0 {
      throw ValidationError("--population and --noise go with --counts.")
    }
    if noise < 0 || noise > 100 { throw ValidationError("--noise is from 0 to 100.") }
    if dialogue == nil, byActivity {
      throw ValidationError("--by-activity goes with a dialogue.")
    }
    if json, byActivity {
      throw ValidationError("--json has every activity already.")
    }
  }

  func run() throws {
    try ExitStatus.guarding {
      if let counts, let population {
        let table = try CountsTable(
          path: counts, population: population,
          rule: RepresentationRule(referenceNoise: noise))
        Terminal.show(table.findings)
        if json {
          Terminal.bytes(try table.json())
        } else {
          Terminal.result(
            CoverageText.table(
              [("", table.assessments.map { ($0.count.id, $0) })], rule: table.rule,
              tests: table.tests,
              heading: "\(counts), reference \(Terminal.number(population))."))
          if let words = table.overallWords { Terminal.result("\n" + words) }
        }
        if table.findings.contains(where: { $0.severity >= .warning }) { throw ExitStatus.findings }
      } else if let cells {
        let table = try CellsTable(path: cells)
        Terminal.show(table.findings)
        if json {
          Terminal.bytes(try table.json())
        } else {
          Terminal.result(Terminal.table(table.rows, leftColumns: [0]))
        }
      } else if let dialogue {
        let coverage = try DialogueCoverage(dialogue: dialogue).execute()
        Terminal.show(coverage.findings, least: .warning)
        if json {
          Terminal.bytes(try coverage.json())
        } else {
          Terminal.result(
            byActivity ? CoverageText.activities(coverage) : CoverageText.words(coverage))
        }
      }
    }
  }
}
