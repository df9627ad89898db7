import DialogueModel

/// Turns what was mended in a source into findings with words and a remedy.
public enum MendingWords {
  /// What is to be told of the source as a whole.
  ///
  /// - Parameters:
  ///   - mending: The counts, with the index of the first record from 0.
  ///   - file: The source.
  /// - Returns: Two findings at the most.
  public static func findings(_ mending: LetterMending, file: String) -> [Finding] {
    var findings: [Finding] = []
    if mending.sequences > 0 {
      findings.append(
        Finding(
          .encodingMended, at: Place(file: file, record: mending.firstMended.map { $0 + 1 }),
          "\(mending.sequences) letters had been read in the wrong encoding before the export, the first"
            + " of them here",
          consequence: "They were mended while reading; the file itself is as it was.",
          remedy: "Look at some of them with inspel trace --show-text. Write mendLetters: false at "
            + "the source if the text is meant to be as it stands."))
    }
    if mending.lostLetters > 0 {
      findings.append(
        Finding(
          .encodingLostLetters, at: Place(file: file, record: mending.firstLost.map { $0 + 1 }),
          "\(mending.lostLetters) replacement characters stand where letters were lost before the export, the"
            + " first of them here",
          consequence: "The letters cannot be brought back from this file.",
          remedy: "Export again from the tool, as UTF-8."))
    }
    return findings
  }
}
