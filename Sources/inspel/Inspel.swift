import ArgumentParser
import Pipeline

@main
struct Inspel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspel",
    abstract: "From what people said in a citizen dialogue to the annex of the decision.",
    discussion: """
      Inspel reads survey exports, web-form dumps and meeting notes, and writes the documented \
      input summary (bilaga) that goes to the council with the decision. Every number, tag and \
      quotation in it can be traced to a record in a file. Nothing leaves this machine.

      DIALOGUE is a folder with a dialogue.yaml, or that file itself.
      """,
    version: ProgramVersion.current,
    subcommands: [
      InspectCommand.self, InitCommand.self, CheckCommand.self, RunCommand.self,
      CoverageCommand.self, ReferenceCommand.self, MaskCommand.self, TagCommand.self,
      TraceCommand.self,
      VerifyCommand.self,
    ])
}
