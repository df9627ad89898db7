import DialogueModel
import Ingest
import Records
import Refine
import Register

/// What a worker found out about the records of one batch; emptied and filled again.
///
/// Arrays by record have one entry for each record of the batch, `viewpoint…` arrays one for
/// each free-text answer of the records that may count.
struct ProcessedRecords: ~Copyable {
  /// The outcome, before duplicates are known.
  var outcomes: [RecordOutcome] = []
  /// The digest of the content, and whether it rests on the content alone.
  var digests: [RecordDigest?] = []
  /// The hash that the public number is drawn from.
  var identities: [UInt64] = []
  /// Days from 1970, or `Int32.min` when not known.
  var days: [Int32] = []
  /// One byte for each dimension of each record.
  var groups: [UInt8] = []
  var flags: [SubmissionRow.Flags] = []
  var times: [Int32] = []

  /// Where each record's viewpoints end.
  var viewpointEnds: [Int32] = []
  var viewpointQuestions: [Int32] = []
  var texts = ByteColumn(byteCapacity: 1 << 18)
  var edits = ByteColumn()
  var masks = ByteColumn()
  var tags = ByteColumn(byteCapacity: 1 << 16)
  var themes: [UInt16] = []
  var themeEnds: [Int32] = []
  var maskedKinds: [PersonalDataKind] = []
  var maskedEnds: [Int32] = []

  /// The closed answers, masked: for each record one value for each closed column.
  var closed = ByteColumn()

  /// Records with a background answer that no group knows, and the dimension.
  var unknownAnswers: [(record: Int, dimension: Int)] = []
  /// Records that are the header of the table once more.
  var repeatedHeaders: [Int] = []
  /// Records whose time cannot be read.
  var unreadableTimes: [Int] = []

  mutating func removeAll() {
    outcomes.removeAll(keepingCapacity: true)
    digests.removeAll(keepingCapacity: true)
    identities.removeAll(keepingCapacity: true)
    days.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    flags.removeAll(keepingCapacity: true)
    times.removeAll(keepingCapacity: true)
    viewpointEnds.removeAll(keepingCapacity: true)
    viewpointQuestions.removeAll(keepingCapacity: true)
    texts.removeAll()
    edits.removeAll()
    masks.removeAll()
    tags.removeAll()
    themes.removeAll(keepingCapacity: true)
    themeEnds.removeAll(keepingCapacity: true)
    maskedKinds.removeAll(keepingCapacity: true)
    maskedEnds.removeAll(keepingCapacity: true)
    closed.removeAll()
    unknownAnswers.removeAll(keepingCapacity: true)
    repeatedHeaders.removeAll(keepingCapacity: true)
    unreadableTimes.removeAll(keepingCapacity: true)
  }

  /// The viewpoints of a record.
  func viewpoints(of record: Int) -> Range<Int> {
    (record == 0 ? 0 : Int(viewpointEnds[record - 1]))..<Int(viewpointEnds[record])
  }

  /// The themes of a viewpoint.
  func themes(of viewpoint: Int) -> ArraySlice<UInt16> {
    themes[(viewpoint == 0 ? 0 : Int(themeEnds[viewpoint - 1]))..<Int(themeEnds[viewpoint])]
  }

  /// What was masked in a viewpoint.
  func maskedKinds(of viewpoint: Int) -> ArraySlice<PersonalDataKind> {
    maskedKinds[
      (viewpoint == 0 ? 0 : Int(maskedEnds[viewpoint - 1]))..<Int(maskedEnds[viewpoint])]
  }
}

/// A digest by which a record is recognised when it comes again.
struct RecordDigest {
  var content: ContentDigest
  /// Whether it rests on the answers alone and not also on the identifier and the time.
  var isContentOnly: Bool
}
