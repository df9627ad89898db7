import DialogueFiles
import Foundation
import Tagging

// The side of inspel in the benchmark's comparison of taggers:
//
//     TagBench CODEBOOK TEXTS [RESULT]
//
// tags a file of texts, one a line, from memory, and writes one line of JSON: the CPU seconds from
// the texts in memory to the themes of each, and what was found. RESULT gets a line for each text,
// `theme:score:term,term;…`, by which the result is compared with that of another program.

struct Failure: Error {
  let message: String
}

func cpuSeconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
}

/// Where the line that begins at a place ends.
func lineEnd(_ texts: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  guard let base = texts.baseAddress, let found = memchr(base + start, 0x0A, texts.count - start)
  else { return texts.count }
  return UnsafeRawPointer(found) - UnsafeRawPointer(base)
}

func run() throws {
  let arguments = CommandLine.arguments
  guard arguments.count == 3 || arguments.count == 4 else {
    throw Failure(message: "usage: TagBench CODEBOOK TEXTS [RESULT]")
  }
  guard let written = FileManager.default.contents(atPath: arguments[1]),
    let texts = FileManager.default.contents(atPath: arguments[2]).map({ Array($0) })
  else { throw Failure(message: "a file cannot be read") }
  let (file, findings) = CodebookFile.load(
    text: String(decoding: written, as: UTF8.self), file: arguments[1])
  guard let file, !findings.contains(where: { $0.severity == .error }) else {
    throw Failure(message: "the codebook cannot be used")
  }
  let index = CodebookIndex(file.codebook)
  let tagger = ThemeTagger(index)
  var result = TagResult()
  var lines = ""
  var count = 0
  var themes = 0
  var hits = 0
  let start = cpuSeconds()
  texts.withUnsafeBufferPointer { texts in
    var from = 0
    while from < texts.count {
      let end = lineEnd(texts, from: from)
      tagger.tag(UnsafeBufferPointer(rebasing: texts[from..<end]), into: &result)
      count += 1
      themes += result.themes.count
      hits += result.hits.count
      if arguments.count == 4 {
        lines +=
          result.themes.map { theme in
            let terms = result.evidence(for: theme).map { index.term($0.term)?.text ?? "" }
            return "\(index.theme(theme.theme)?.key ?? ""):\(theme.score):"
              + terms.joined(separator: ",")
          }.joined(separator: ";") + "\n"
      }
      from = end + 1
    }
  }
  let seconds = cpuSeconds() - start
  if arguments.count == 4 {
    try Data(lines.utf8).write(to: URL(fileURLWithPath: arguments[3]))
  }
  print(
    #"{"cpu": \#(seconds), "texts": \#(count), "bytes": \#(texts.count), "#
      + #""themes": \#(themes), "hits": \#(hits)}"#)
}

do {
  try run()
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
