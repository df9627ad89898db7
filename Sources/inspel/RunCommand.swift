import ArgumentParser
import DialogueModel
import Logging
import Pipeline

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Read every source of a dialogue and write its annex.",
    discussion: """
      The output folder is replaced whole, in one step. public/ is written when nothing stands \
      in the way of publishing; otherwise the run says what does.
      """)

  @Argument(help: "The dialogue's folder, or its dialogue.yaml.")
  var dialogue: String

  @Option(help: "The output folder. Default: the folder out in the dialogue's folder.")
  var out: String?

  @Option(
    help: """
      The time that the documents carry, such as 2026-06-02T08:00+02:00. Default: now. The same \
      time and the same files give the same bytes.
      """)
  var at: String?

  @Option(help: "Exit with status 2 on findings of this severity or above.")
  var failOn: Severity = .error

  @Option(help: "The number of threads that read and tag. Default: the number of cores.")
  var workers: Int?

  @Flag(help: "Go on although sources have vanished or have fewer records than at the last run.")
  var acceptFewer = false

  @Flag(help: "Go on although the reference population is another than at the last run.")
  var acceptReference = false

  @Flag(help: "Exit with status 2 when public/ could not be written.")
  var publish = false

  @Flag(help: "Write the result as one JSON object, and progress as JSON lines.")
  var json = false

  @Flag(help: "Log the steps of the run to standard error.")
  var verbose = false

  func run() throws {
    try ExitStatus.guarding {
      var request = try DialogueRun.Request(
        dialogue: dialogue, out: out, at: at, workers: workers)
      request.acceptsFewer = acceptFewer
      request.acceptsReference = acceptReference
      if verbose {
        request.logger = Logger(label: "inspel") { StreamLogHandler.standardError(label: $0) }
        request.logger.logLevel = .debug
      }
      let progress = ProgressLine(json: json)
      let report = try DialogueRun(request).execute { progress.show($0) }
      progress.clear()
      Terminal.show(report.findings, least: .warning, rest: "; see internal/findings.csv")
      if json {
        Terminal.bytes(try report.json())
      } else {
        if Terminal.messagesAreTerminal { Terminal.message(RunSummary.text(report)) }
        if !Terminal.messagesAreTerminal, !report.blockers.isEmpty {
          Terminal.message(RunSummary.blockers(report))
        }
        Terminal.result(report.annexPath)
      }
      if report.findings.contains(where: { $0.severity >= failOn }) { throw ExitStatus.findings }
      if publish, !report.isPublished { throw ExitStatus.findings }
    }
  }
}
