import ArgumentParser
import DialogueModel
import Pipeline

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say everything that can be wrong before a run; change nothing.",
    discussion: """
      Reads the dialogue's files and the header and encoding of every source, and compares the \
      sources with the last run.
      """)

  @Argument(help: "The dialogue's folder, or its dialogue.yaml.")
  var dialogue: String

  @Option(help: "The output folder of the last run. Default: out in the dialogue's folder.")
  var out: String?

  @Option(help: "Exit with status 2 on findings of this severity or above.")
  var failOn: Severity = .error

  func run() throws {
    try ExitStatus.guarding {
      let report = try DialogueCheck(dialogue: dialogue, out: out).execute()
      Terminal.show(report.findings)
      let errors = report.findings.count { $0.severity == .error }
      let warnings = report.findings.count { $0.severity == .warning }
      var words = "\(report.sources) sources read"
      if let changed = report.changedSinceLastRun {
        words += ", \(changed) changed since the last run"
      }
      Terminal.result(
        words + ". \(errors) \(errors == 1 ? "error" : "errors"), "
          + "\(warnings) \(warnings == 1 ? "warning" : "warnings"). Nothing was written.")
      if report.findings.contains(where: { $0.severity >= failOn }) { throw ExitStatus.findings }
    }
  }
}
