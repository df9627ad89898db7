import ArgumentParser
import Pipeline

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new dialogue folder from the files that there are.",
    discussion: """
      The files are copied into the folder's inputs/ and dialogue.yaml is filled in from what \
      was found in them. What only a person knows is left to be written, and inspel check says \
      what.
      """)

  @Argument(help: "The folder to make. It must not exist, or be empty.")
  var folder: String

  @Option(name: .customLong("from"), parsing: .upToNextOption, help: "The files to begin from.")
  var files: [String] = []

  func run() throws {
    try ExitStatus.guarding {
      let made = try DialogueInitializer(folder: folder, files: files).execute()
      Terminal.show(made.findings)
      Terminal.result(made.dialogueFile)
    }
  }
}
