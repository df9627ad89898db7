// Where the bytes of the file pass by as they stand in it: on to the caller, who hashes them,
// and past the check of the declared encoding. A class, because the source keeps a closure that
// needs it and the check is known only when the declaration has been read.
final class RawTap {
  private let onRawBytes: ((UnsafeRawBufferPointer) -> Void)?
  var check: SingleByteCheck?

  init(_ onRawBytes: ((UnsafeRawBufferPointer) -> Void)?) {
    self.onRawBytes = onRawBytes
  }

  func pass(_ bytes: UnsafeRawBufferPointer) {
    onRawBytes?(bytes)
    check?.add(bytes)
  }
}

// Looks for signs that a file declared to be in a single-byte encoding is in another.
//
// Every byte is text in ISO-8859-1, so a wrong declaration shows nowhere else: UTF-8 would come
// out as "Ã¥" without a word. Two signs are certain enough to report: all bytes above 127 fit
// together as UTF-8, and bytes 0x80 ... 0x9F, which are control characters in ISO-8859-1 and
// quotation marks, dashes and the euro sign in windows-1252.
struct SingleByteCheck {
  private(set) var firstControlLine: Int?
  private(set) var firstHighLine: Int?
  private var brokenAsUTF8 = false
  private var expectedContinuations = 0
  private var line = 1

  init() {}

  var looksLikeUTF8: Bool {
    firstHighLine != nil && !brokenAsUTF8 && expectedContinuations == 0
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    for byte in bytes {
      if byte < 0x80 {
        if expectedContinuations > 0 {
          brokenAsUTF8 = true
          expectedContinuations = 0
        }
        if byte == 0x0A { line += 1 }
        continue
      }
      if firstHighLine == nil { firstHighLine = line }
      if byte < 0xA0 && firstControlLine == nil { firstControlLine = line }
      if brokenAsUTF8 { continue }
      if byte < 0xC0 {
        if expectedContinuations == 0 { brokenAsUTF8 = true }
        expectedContinuations = max(expectedContinuations - 1, 0)
      } else {
        if expectedContinuations > 0 { brokenAsUTF8 = true }
        switch byte {
        case 0xC2...0xDF: expectedContinuations = 1
        case 0xE0...0xEF: expectedContinuations = 2
        case 0xF0...0xF4: expectedContinuations = 3
        default: brokenAsUTF8 = true
        }
      }
    }
  }
}
