import ArgumentParser
import DialogueModel
import Pipeline

struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Make a reference population from statistics tables as they are downloaded.",
    discussion: """
      Reads CSV files as SCB's statistical database writes them, or a spreadsheet saves them, and \
      writes population.csv for a dialogue. A group gets a figure only when the table's own \
      classes make it up exactly; every row that is not used is counted with its reason.
      """)

  @Argument(help: "The tables.")
  var files: [String]

  @Option(help: "The region: 1783, Hagfors, or \"1783 Hagfors\".")
  var region: String

  @Option(help: "The age bands, such as 0-15,16-24,25-44,45-64,65-79,80+.")
  var bands: String?

  @Option(help: "A population that channels are open to, such as 16+; may be given several times.")
  var total: [String] = []

  @Option(help: "The year, when the table has several; its figures describe the last day.")
  var year: Int?

  @Option(help: "The day that the figures describe, instead of a year.")
  var date: String?

  @Option(help: "Who published the figures, when the file does not say.")
  var source: String?

  @Option(help: "The table's name, when the file does not say.")
  var table: String?

  @Option(help: "The file to write; without it the result goes to the terminal.")
  var out: String?

  func validate() throws {
    if year != nil, date != nil { throw ValidationError("Give --year or --date, and not both.") }
  }

  func run() throws {
    try ExitStatus.guarding {
      let report = try ReferenceMaking(
        files: files, region: region, bands: bands, totals: total,
        day: date ?? year.map(String.init), source: source, table: table
      ).execute()
      Terminal.show(report.findings)
      for words in report.account { Terminal.message(words) }
      guard let csv = report.csv else { throw ExitStatus.failed }
      guard let out else {
        Terminal.bytes(csv)
        return
      }
      try ReferenceMaking.write(csv, to: out)
      Terminal.result(out)
    }
  }
}
