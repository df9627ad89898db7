import DialogueModel
import Records
import Refine

/// Takes the accepted submissions in the order in which they come, for the list of them.
///
/// They are held in memory, some fifteen bytes each, up to a limit; then they are divided by their
/// public numbers and written to a temporary file.
struct SubmissionListWriter {
  private var words: [UInt16] = []
  private var file: TemporaryFile?
  // Where in the file the items of each part are.
  private var segments = Array(repeating: [Range<Int>](), count: PackedSubmissions.partCount)
  private var count = 0
  private var firstDay = Int.max
  private var lastDay = Int.min
  private let limit: Int
  private let folder: String?

  /// The most bytes that are held in memory when nothing else is said.
  static let standardLimit = 4 << 20

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - limit: The most bytes that are held in memory; while they are divided it is twice that.
  ///   - folder: The folder for what is more; the one for temporary files when `nil`.
  init(limit: Int = standardLimit, folder: String? = nil) {
    self.limit = limit
    self.folder = folder
  }

  /// Adds a submission.
  mutating func append(
    number: PublicNumber, day: Int?, channel: Int, isParaphrase: Bool, times: Int,
    themes: [UInt16]
  ) throws(InspelError) {
    PackedSubmissions.append(
      number: number, day: day, channel: channel, isParaphrase: isParaphrase, times: times,
      themes: themes, to: &words)
    count += 1
    if let day {
      firstDay = min(firstDay, day)
      lastDay = max(lastDay, day)
    }
    if words.count * 2 >= limit { try moveToDisk() }
  }

  /// The list of what was added; the writer is empty then.
  mutating func finish() throws(InspelError) -> SubmissionList {
    defer { self = SubmissionListWriter(limit: limit, folder: folder) }
    let store: SubmissionList.Store
    if let file {
      try moveToDisk()
      do {
        store = .file(try file.finish())
      } catch {
        throw InspelError(temporaryFile: error)
      }
    } else {
      let divided = PackedSubmissions.divided(words)
      note(ends: divided.ends, from: 0)
      store = .memory(divided.words)
    }
    return SubmissionList(
      count: count, daySpan: firstDay <= lastDay ? firstDay...lastDay : nil, store: store,
      segments: segments)
  }

  private mutating func moveToDisk() throws(InspelError) {
    let divided = PackedSubmissions.divided(words)
    words.removeAll(keepingCapacity: true)
    do {
      let target = if let file { file } else { try TemporaryFile(in: folder) }
      file = target
      note(ends: divided.ends, from: target.count / 2)
      try divided.words.withUnsafeBufferPointer { (buffer) throws(SourceError) in
        try target.append(UnsafeRawBufferPointer(buffer))
      }
    } catch {
      throw InspelError(temporaryFile: error)
    }
  }

  /// Notes the segments of a division that begins at a word of the store.
  private mutating func note(ends: [Int], from base: Int) {
    var start = 0
    for (part, end) in ends.enumerated() {
      if end > start { segments[part].append(base + start..<base + end) }
      start = end
    }
  }
}
