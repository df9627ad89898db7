import ArgumentParser
import Pipeline

struct MaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mask",
    abstract: "Mask personal identity numbers, e-mail addresses and phone numbers in a text.",
    discussion: """
      Reads standard input and writes standard output. With --json each line is an object \
      {"id","text"} and becomes {"id","masked","spans":[{"start","end","type","rule"}]}, offsets \
      in Unicode code points of the input text.
      """)

  @Flag(help: "Read and write JSON lines.")
  var json = false

  func run() throws {
    try ExitStatus.guarding {
      let filter = MaskFilter()
      var number = 0
      while let line = readLine(strippingNewline: true) {
        number += 1
        if json, line.allSatisfy(\.isWhitespace) { continue }
        Terminal.result(json ? try filter.jsonLine(line, number: number) : filter.text(line))
      }
    }
  }
}
