/// The closed answers of a submission, as a few bytes for the register: for each the number of its
/// question, the length in bytes, and the answer as UTF-8.
enum PackedAnswers {
  /// Adds an answer.
  static func append(
    question: Int, answer: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) {
    Varint.append(question, to: &bytes)
    Varint.append(answer.count, to: &bytes)
    bytes.append(contentsOf: answer)
  }

  /// The answers; `nil` when the bytes are not whole.
  static func unpack(_ bytes: [UInt8]) -> [(question: Int, answer: ArraySlice<UInt8>)]? {
    var answers: [(question: Int, answer: ArraySlice<UInt8>)] = []
    var index = 0
    while index < bytes.count {
      guard let question = Varint.read(bytes, at: &index),
        let length = Varint.read(bytes, at: &index), length >= 0, length <= bytes.count - index
      else { return nil }
      answers.append((question, bytes[index..<index + length]))
      index += length
    }
    return answers
  }
}
