import DialogueFiles
import DialogueModel
import Testing

@Suite struct FileFuzzTests {
  private static let text =
    Samples.minimal + "\n" + """
      purpose: >-
        Att få veta
      influence: {scale: skr5, step: "Dialog", open: [a, 'b'], limits: [{id: B1, text: T}]}
      thresholds: {alpha: {value: 0.05, rationale: A.}}
      feedback:
        - {recipient: x, audience: båda, channel: y}
      """

  @Test func `a dialogue file cut off at any byte is read or refused, and never read as whole`() {
    let whole = DialogueFile.load(text: Self.text, file: "d", scales: DialogueFileTests.scales).0
    #expect(whole != nil)
    let bytes = Array(Self.text.utf8)
    for count in 0..<bytes.count {
      let cut = String(decoding: bytes[..<count], as: UTF8.self)
      let (file, findings) = DialogueFile.load(
        text: cut, file: "d", scales: DialogueFileTests.scales)
      if file == nil { #expect(findings.contains { $0.severity == .error }, "\(count)") }
    }
  }

  @Test func `a byte replaced by a sign never ends the program`() {
    let bytes = Array(Self.text.utf8)
    for sign in "\0\t\"'*&[]{}:#-\u{FF}\n".unicodeScalars {
      for index in stride(from: 0, to: bytes.count, by: 41) {
        var changed = bytes
        changed[index] = UInt8(truncatingIfNeeded: sign.value)
        let text = String(decoding: changed, as: UTF8.self)
        let (file, findings) = DialogueFile.load(text: text, file: "d")
        if file == nil { #expect(findings.contains { $0.severity == .error }) }
      }
    }
  }

  @Test func `every other loader gives a finding when it gives no value`() throws {
    let book = try Samples.text("samples/skolskjuts-rada/codebook.yaml")
    let bytes = Array(book.utf8.prefix(4000))
    for count in stride(from: 0, to: bytes.count, by: 97) {
      let cut = String(decoding: bytes[..<count], as: UTF8.self)
      let codebook = CodebookFile.load(text: cut, file: "c")
      if codebook.0 == nil { #expect(!codebook.1.isEmpty) }
      let groups = TargetGroupFile.load(text: cut, file: "c")
      if groups.0 == nil { #expect(!groups.1.isEmpty) }
      let profile = ProfileFile.load(text: cut, file: "c")
      if profile.0 == nil { #expect(!profile.1.isEmpty) }
      let responses = ResponsesFile.load(text: cut, file: "c")
      if responses.0 == nil { #expect(!responses.1.isEmpty) }
    }
  }
}
