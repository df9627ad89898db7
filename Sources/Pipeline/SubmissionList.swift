import DialogueModel
import Records
import Refine

/// The accepted submissions as the list of submissions needs them, in the order of their public
/// numbers, which is no order of arrival.
///
/// A ``SubmissionListWriter`` makes it. When they are many they are in a temporary file, and one
/// part of it at a time is read and put in order.
struct SubmissionList: Sendable {
  /// One submission of the list.
  struct Item {
    var number: PublicNumber
    /// Days from 1970, or `nil` when not known.
    var day: Int?
    /// The channel's place in the shape.
    var channel: Int
    var isParaphrase: Bool
    var times: Int
    /// The themes' places in the codebook.
    var themes: ArraySlice<UInt16>
  }

  /// Where the words of the items are.
  enum Store {
    case memory([UInt16])
    case file(InputFile)
  }

  /// The number of submissions.
  let count: Int
  /// The first and the last day that are known.
  let daySpan: ClosedRange<Int>?

  private let store: Store
  /// The words of each part, in the order of arrival.
  private let segments: [[Range<Int>]]

  init(count: Int, daySpan: ClosedRange<Int>?, store: Store, segments: [[Range<Int>]]) {
    self.count = count
    self.daySpan = daySpan
    self.store = store
    self.segments = segments
  }

  /// The submissions in the order of their public numbers.
  ///
  /// - Throws: What `body` throws, and `InspelError` when a temporary file cannot be read.
  func forEachItem(_ body: (Item) throws -> Void) throws {
    for part in segments where !part.isEmpty {
      let words = try words(of: part)
      for key in PackedSubmissions.starts(words) {
        try body(PackedSubmissions.item(words, at: Int(key & 0xFFFF_FFFF)))
      }
    }
  }

  private func words(of part: [Range<Int>]) throws(InspelError) -> [UInt16] {
    var words = Array(repeating: UInt16(0), count: part.reduce(0) { $0 + $1.count })
    switch store {
    case .memory(let all):
      var place = 0
      for segment in part {
        words.replaceSubrange(place..<place + segment.count, with: all[segment])
        place += segment.count
      }
    case .file(let file):
      do {
        try words.withUnsafeMutableBufferPointer { (buffer) throws(SourceError) in
          var target = UnsafeMutableRawBufferPointer(buffer)
          for segment in part {
            let bytes = UnsafeMutableRawBufferPointer(rebasing: target[..<(segment.count * 2)])
            try file.read(at: segment.lowerBound * 2, into: bytes)
            target = UnsafeMutableRawBufferPointer(rebasing: target[(segment.count * 2)...])
          }
        }
      } catch {
        throw InspelError(temporaryFile: error)
      }
    }
    return words
  }
}
