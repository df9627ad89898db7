import ArgumentParser
import DialogueModel
import Pipeline

struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Suggest themes for texts by a codebook, with the words that suggest them.",
    discussion: """
      Reads standard input, one text a line, and writes standard output. With --json each line \
      is an object {"id","text"} and becomes {"id","themes":[{"theme","score","evidence":\
      [{"start","end","term","kind"}]}]}, offsets in Unicode code points of the input text.
      """)

  @Option(help: "The codebook file.")
  var codebook: String

  @Flag(help: "Read and write JSON lines.")
  var json = false

  func run() throws {
    try ExitStatus.guarding {
      let filter = try TagFilter(codebook: codebook)
      Terminal.show(filter.findings)
      var number = 0
      while let line = readLine(strippingNewline: true) {
        number += 1
        if json, line.allSatisfy(\.isWhitespace) { continue }
        Terminal.result(json ? try filter.jsonLine(line, number: number) : filter.text(line))
      }
    }
  }
}
