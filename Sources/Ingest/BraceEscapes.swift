import Records

/// Undoes how LimeSurvey writes characters in a VV file: `{newline}`, `{tab}`, `{quote}`, and
/// `{question_not_shown}` for a question that was never asked.
///
/// The words are those of the tool's own export and import of such files.
enum BraceEscapes {
  private static let words: [(word: [UInt8], text: [UInt8])] = [
    ("{question_not_shown}", ""), ("{newline}", "\n"), ("{cr}", ""), ("{tab}", "\t"),
    ("{quote}", "\""), ("{lbrace}", "{"), ("{rbrace}", "}"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// Writes the characters in the columns of a batch.
  static func decode(_ batch: RecordBatch) {
    let brace = UInt8(ascii: "{")
    for index in 0..<batch.columnCount where batch.columns[index].allBytes.contains(brace) {
      var decoded = ByteColumn(
        byteCapacity: batch.columns[index].byteCount, valueCapacity: batch.columns[index].count)
      for value in 0..<batch.columns[index].count {
        let bytes = batch.columns[index].value(at: value)
        if bytes.contains(brace) {
          Self.decoded(bytes).withUnsafeBufferPointer { decoded.append($0) }
        } else {
          decoded.append(bytes)
        }
      }
      batch.columns[index] = decoded
    }
  }

  private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let rest = bytes[at...]
      if bytes[at] == UInt8(ascii: "{"),
        let found = words.first(where: { rest.starts(with: $0.word) })
      {
        result += found.text
        at += found.word.count
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return result
  }
}
