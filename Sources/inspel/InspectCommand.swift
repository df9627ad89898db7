import ArgumentParser
import DialogueModel
import Pipeline

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Say what a file is: encoding and the evidence for it, dialect, tool, columns.",
    discussion: """
      Reads the files and changes nothing. No cell's content is shown, only its form. Proposes a \
      source block for dialogue.yaml, to be read before it is used. Of a file above 64 MB the \
      beginning is looked at, and the answer says so.
      """)

  @Argument(
    help: """
      Tables (CSV, .xlsx, .ods), XML files or manual notes, also packed (.zip, .gz); folders; \
      or - for standard input.
      """)
  var files: [String]

  @Flag(help: "Write the result as JSON.")
  var json = false

  @Flag(help: "List every column, not only the first thirty, and why it has its role.")
  var all = false

  @Flag(help: "Read all of a large file, and not a sample of it.")
  var full = false

  @Flag(
    help:
      "Show up to three values of each column but those of personal data. Free text may hold some.")
  var showValues = false

  func run() throws {
    try ExitStatus.guarding {
      let inspection = try FileInspection(
        files: files, isFull: full, showsValues: showValues
      ).execute()
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
