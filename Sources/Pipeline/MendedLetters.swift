import DialogueModel
import Ingest

/// Counts, for one source, the letters that were mended and those that cannot be.
struct MendedLetters {
  private var sequences = 0
  private var firstMended: Int?
  private var lost = 0
  private var firstLost: Int?

  /// Adds what was found in one batch.
  mutating func add(_ batch: LetterMending, firstRecord: Int) {
    sequences += batch.sequences
    lost += batch.lostLetters
    if firstMended == nil { firstMended = batch.firstMended.map { firstRecord + $0 } }
    if firstLost == nil { firstLost = batch.firstLost.map { firstRecord + $0 } }
  }

  /// What is to be told of the source as a whole.
  func findings(file: String) -> [Finding] {
    var findings: [Finding] = []
    if sequences > 0 {
      findings.append(
        Finding(
          .encodingMended, at: Place(file: file, record: firstMended),
          "\(sequences) letters had been read in the wrong encoding before the export, the first"
            + " of them here",
          consequence: "They were mended while reading; the file itself is as it was.",
          remedy: "Look at some of them with inspel trace --show-text. Write mendLetters: false at "
            + "the source if the text is meant to be as it stands."))
    }
    if lost > 0 {
      findings.append(
        Finding(
          .encodingLostLetters, at: Place(file: file, record: firstLost),
          "\(lost) replacement characters stand where letters were lost before the export, the"
            + " first of them here",
          consequence: "The letters cannot be brought back from this file.",
          remedy: "Export again from the tool, as UTF-8."))
    }
    return findings
  }
}
