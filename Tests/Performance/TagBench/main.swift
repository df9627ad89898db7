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

/// Where the lines of a file stand.
func lineRanges(_ texts: ArraySlice<UInt8>) -> [Range<Int>] {
  texts.split(separator: 0x0A, omittingEmptySubsequences: false).map(\.indices)
    .filter { $0.lowerBound < texts.endIndex }
}

struct Found {
  var count = 0
  var themes = 0
  var hits = 0
  var lines = ""
}

/// What was found in a text, as a line.
func line(_ result: borrowing TagResult, _ index: CodebookIndex) -> String {
  var themes: [String] = []
  for theme in result.themes {
    let terms = result.evidence(for: theme).map { index.term($0.term)?.text ?? "" }
    themes.append(
      "\(index.theme(theme.theme)?.key ?? ""):\(theme.score):" + terms.joined(separator: ","))
  }
  return themes.joined(separator: ";") + "\n"
}

func run() throws {
  let arguments = CommandLine.arguments
  guard arguments.count == 3 || arguments.count == 4 else {
    throw Failure(message: "usage: TagBench CODEBOOK TEXTS [RESULT]")
  }
  guard let written = FileManager.default.contents(atPath: arguments[1]),
    var texts = FileManager.default.contents(atPath: arguments[2]).map({ Array($0) })
  else { throw Failure(message: "a file cannot be read") }
  let (file, findings) = CodebookFile.load(
    text: String(decoding: written, as: UTF8.self), file: arguments[1])
  guard let file, !findings.contains(where: { $0.severity == .error }) else {
    throw Failure(message: "the codebook cannot be used")
  }
  let size = texts.count
  texts += [UInt8](repeating: 0, count: ThemeTagger.padding)
  let index = CodebookIndex(file.codebook)
  let tagger = ThemeTagger(index)
  var found = Found()
  let lines = lineRanges(texts[..<size])
  let start = cpuSeconds()
  texts.withUnsafeBufferPointer { texts in
    // As a run does it: some thousands at a time, as there are in a block of one mebibyte.
    for first in stride(from: 0, to: lines.count, by: 4_000) {
      tagger.tag(
        count: min(4_000, lines.count - first), in: &found,
        text: { number, _ in UnsafeBufferPointer(rebasing: texts[lines[first + number]]) },
        take: { _, found, result in
          found.count += 1
          found.themes += result.themes.count
          found.hits += result.hits.count
          if arguments.count == 4 { found.lines += line(result, index) }
        })
    }
  }
  let seconds = cpuSeconds() - start
  if arguments.count == 4 {
    try Data(found.lines.utf8).write(to: URL(fileURLWithPath: arguments[3]))
  }
  print(
    #"{"cpu": \#(seconds), "texts": \#(found.count), "bytes": \#(size), "#
      + #""themes": \#(found.themes), "hits": \#(found.hits)}"#)
}

do {
  try run()
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
