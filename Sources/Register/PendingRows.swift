import DialogueModel
import Records

/// The rows that wait to be written to the register together.
///
/// They are copied, so whoever gives them may use its own storage again. How many are written
/// together depends on the rows alone, so that the file's bytes do not depend on how the sources
/// were cut.
struct PendingRows: ~Copyable {
  struct Submission {
    var number: Int
    var source: Int
    var record: Int
    var line: Int
    /// `nil` when no time is known.
    var day: Int?
    var flags: Int
    var times: Int
    /// The place of its first viewpoint among those that wait, or `nil` when it has none.
    var viewpoint: Int?
  }

  struct Viewpoint {
    var id: Int
    var question: Int
  }

  struct SetAside {
    var source: Int
    var record: Int
    var line: Int
    var outcome: RecordOutcome
    var code: FindingCode?
    var repeats: Int?
  }

  /// So many rows are written together, or so many bytes: enough that starting a statement costs
  /// nothing, and few enough that little is in memory, however long the answers are.
  static let most = 1024
  static let mostBytes = 4 << 20

  /// The sequence of the submission added last, also when it does not wait any more.
  private(set) var lastSequence = 0
  private(set) var submissions: [Submission] = []
  private(set) var groups = ByteColumn()
  private(set) var closed = ByteColumn()
  private(set) var viewpoints: [Viewpoint] = []
  /// The places of the viewpoints that are not the first of their submissions.
  private(set) var further: [Int] = []
  private(set) var texts = ByteColumn(byteCapacity: 1 << 18)
  private(set) var edits = ByteColumn()
  private(set) var masks = ByteColumn()
  private(set) var tags = ByteColumn()
  private(set) var setAside: [SetAside] = []

  /// Whether the rows are to be written before the next submission or record set aside.
  var isFull: Bool {
    submissions.count >= Self.most || setAside.count >= Self.most
      || texts.byteCount + closed.byteCount + edits.byteCount + masks.byteCount + tags.byteCount
        >= Self.mostBytes
  }

  mutating func append(_ row: SubmissionRow) {
    precondition(row.sequence == lastSequence + 1, "submissions are written in their order")
    lastSequence = row.sequence
    submissions.append(
      Submission(
        number: row.number, source: row.source, record: row.record, line: row.line, day: row.day,
        flags: row.flags.rawValue, times: row.times))
    groups.append(row.groups)
    closed.append(row.closed)
  }

  /// Adds a viewpoint of the submission added last.
  mutating func append(
    ordinal: Int, question: Int, text: UnsafeBufferPointer<UInt8>,
    edits: UnsafeBufferPointer<UInt8>, masks: UnsafeBufferPointer<UInt8>,
    tags: UnsafeBufferPointer<UInt8>
  ) {
    if ordinal == 1 {
      submissions[submissions.count - 1].viewpoint = viewpoints.count
    } else {
      further.append(viewpoints.count)
    }
    viewpoints.append(
      Viewpoint(
        id: lastSequence << StoredViewpoint.ordinalBits | ordinal, question: question))
    texts.append(text)
    self.edits.append(edits)
    self.masks.append(masks)
    self.tags.append(tags)
  }

  mutating func append(_ row: SetAside) { setAside.append(row) }

  mutating func removeAll() {
    submissions.removeAll(keepingCapacity: true)
    groups.removeAll()
    closed.removeAll()
    viewpoints.removeAll(keepingCapacity: true)
    further.removeAll(keepingCapacity: true)
    texts.removeAll()
    edits.removeAll()
    masks.removeAll()
    tags.removeAll()
    setAside.removeAll(keepingCapacity: true)
  }
}
