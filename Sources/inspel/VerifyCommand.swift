import ArgumentParser
import DialogueModel
import Pipeline

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recompute every figure and quotation of an output, and check every hash.")

  @Argument(help: "The output folder of a run.")
  var out: String

  @Option(help: "The dialogue's folder, when it has moved since the run.")
  var dialogue: String?

  @Flag(help: "Write the result as one JSON object.")
  var json = false

  func run() throws {
    try ExitStatus.guarding {
      let report = try OutputVerification(out: out, dialogue: dialogue).execute()
      Terminal.show(report.findings)
      if json {
        Terminal.bytes(try report.json())
      } else {
        var rows: [[String]] = []
        for check in report.checks {
          rows.append([check.name, "\(check.passed) of \(check.total)", check.words])
        }
        Terminal.result(Terminal.table(rows, leftColumns: [0, 2], indent: ""))
        Terminal.result(
          report.agrees
            ? "The annex agrees with its sources."
            : "The annex does not agree with its sources. Do not publish it.")
      }
      if !report.agrees { throw ExitStatus.failed }
    }
  }
}
