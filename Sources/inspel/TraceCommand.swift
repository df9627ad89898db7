import ArgumentParser
import Pipeline

struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Show a submission's way, or a figure's way back.",
    discussion: """
      ID is a submission's public number, such as HD26-7K3F9Q, or the mark of a figure of the \
      annex, such as F10. The submission's text is shown only with --show-text.
      """)

  @Argument(help: "The dialogue's folder, or its dialogue.yaml.")
  var dialogue: String

  @Argument(help: "A submission's public number, or a figure's mark.")
  var id: String

  @Option(help: "The output folder of the run. Default: out in the dialogue's folder.")
  var out: String?

  @Flag(help: "Show the normalised and masked text.")
  var showText = false

  func run() throws {
    try ExitStatus.guarding {
      let trace = try DialogueTrace(dialogue: dialogue, out: out)
      Terminal.result(try trace.words(for: id, showText: showText))
    }
  }
}
