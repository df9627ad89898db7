import ArgumentParser
import DialogueModel
import Pipeline

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Say what a file is: encoding and the evidence for it, dialect, tool, columns.",
    discussion: """
      Reads the files and changes nothing. No cell's content is shown, only its form. Proposes a \
      source block for dialogue.yaml, to be read before it is used.
      """)

  @Argument(help: "CSV or XML files, or manual notes.")
  var files: [String]

  @Flag(help: "Write the result as JSON.")
  var json = false

  @Flag(help: "List every column, not only the first thirty, and why it has its role.")
  var all = false

  func run() throws {
    try ExitStatus.guarding {
      let inspection = try FileInspection(files: files).execute()
      if json {
        Terminal.bytes(try inspection.json())
      } else {
        Terminal.result(InspectText.words(inspection, all: all))
      }
      let findings = inspection.files.flatMap(\.findings)
      Terminal.show(findings)
      if inspection.files.allSatisfy({ $0.sha256 == nil }) { throw ExitStatus.failed }
      if findings.contains(where: { $0.severity == .error }) { throw ExitStatus.findings }
    }
  }
}
