import FuzzSupport
import Ingest

// Any text as a note: every item begins on a line of the file, with words of its own, and the
// findings stand at lines of the file.
/// Reads one input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzNotes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = FuzzInput(start, count, ways: 0)
  let text = String(decoding: input.file, as: UTF8.self)
  let (note, findings) = ManualNote.read(text, file: "n.md")
  let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
  var previous = 0
  for item in note.items {
    require(item.line > previous && item.line <= lines, "an item begins on a line of its own")
    previous = item.line
    require((1...100_000).contains(item.times), "an item was said a number of times")
    require(item.text.utf8.count <= text.utf8.count, "an item is no longer than the file")
    require(item.text.first?.isWhitespace != true, "an item begins with a word")
  }
  for finding in findings {
    require((1...max(lines, 1)).contains(finding.place.line ?? 1), "a finding is in the file")
  }
  return 0
}
