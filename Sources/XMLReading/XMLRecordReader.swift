import Records

/// Reads the records of an XML file into batches, with bounded memory.
///
/// ```swift
/// let layout = try XMLRecordLayout(
///   record: "FlowInstance", columnCount: 2,
///   rules: [
///     .text("Header/FlowInstanceID", column: 0),
///     .allText("Values/synpunkt", except: ["QueryID", "Name"], column: 1),
///   ],
///   dropped: ["Header/Poster", "Header/Owner", "**/SocialSecurityNumber"])
/// let reader = XMLRecordReader(.file(try InputFile(path: path)), layout: layout)
/// let batch = RecordBatch(columnCount: layout.columnCount)
/// var more = true
/// while more {
///   more = try reader.read(into: batch)
///   // batch.count records in batch.columns, problems in batch.problems
/// }
/// ```
///
/// A document type declaration is refused at its first sign: nothing is expanded and nothing is
/// fetched. A file that is not well-formed gives the records that were whole before the fault,
/// and the reading stops there. A prefix that is declared nowhere is read as no namespace.
/// Records are numbered in the order of their end tags, see ``XMLRecordLayout/record``.
///
/// XML 1.1 is read as far as libxml2 reads it: all of it but references to control characters, at
/// which the reading stops as at any fault. The line ends that only version 1.1 has are text.
public final class XMLRecordReader {
  /// The layout that the records are read by.
  public let layout: XMLRecordLayout
  /// Whether the file has been read to its end, or the reading stopped.
  public private(set) var isFinished = false

  private let stream: XMLTextStream
  private let machine: UnsafeMutablePointer<RecordMachine>
  private let parser: SAXParser
  private let run: XMLRun
  private var problemsGiven = 0

  /// Makes a reader; nothing is read yet.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - layout: What a record is and which parts of it become columns.
  ///   - limits: How much the file may ask for.
  ///   - encoding: The name of the encoding, when it is not to be taken from the declaration.
  ///   - onRawBytes: Gets every byte that is read once, in order, as it stands in the file.
  public init(
    _ source: XMLSource, layout: XMLRecordLayout, limits: XMLLimits = XMLLimits(),
    encoding: String? = nil, onRawBytes: ((UnsafeRawBufferPointer) -> Void)? = nil
  ) {
    self.layout = layout
    stream = XMLTextStream(source, encoding: encoding, onRawBytes: onRawBytes)
    machine = .allocate(capacity: 1)
    machine.initialize(to: RecordMachine(layout, limits))
    parser = SAXParser(records: machine, limits: limits)
    run = XMLRun(stream, parser)
  }

  deinit {
    machine.deinitialize(count: 1)
    machine.deallocate()
  }

  /// Empties a batch, fills it with the next records and returns whether there may be more.
  ///
  /// The batch is handed over at the first piece of the file after which it holds `records`
  /// records or `bytes` bytes, so it may hold a few more; and earlier when a record had to be set
  /// aside. Problems of the file as a whole are in `problems` of the batch, and records that were
  /// set aside in `undelivered`.
  public func read(
    into batch: RecordBatch, records: Int = 4096, bytes: Int = 1 << 20
  ) throws(SourceError) -> Bool {
    precondition(
      batch.columnCount == layout.columnCount, "the batch has the columns of the layout")
    batch.removeAll()
    batch.undelivered.removeAll()
    if let ready = machine.pointee.takeFollowing() {
      move(ready, to: batch)
    } else {
      machine.pointee.fill(batch)
      do {
        try fill(batch, records, bytes)
      } catch {
        isFinished = true
        machine.pointee.abandonOpenRecord(.notWellFormed)
        throw error
      }
    }
    if run.isFinished && machine.pointee.following.isEmpty { isFinished = true }
    return !isFinished
  }

  /// Reads what is left of a file whose reading stopped early, so that `onRawBytes` has had every
  /// byte of it.
  public func readRest() throws(SourceError) {
    try stream.readRest()
  }

  /// What the first bytes of the file say; known after the first batch.
  public var prolog: XMLProlog { stream.prolog }

  /// The number of records delivered so far.
  public var recordCount: Int { machine.pointee.recordCount }

  /// The number of records set aside so far, because they were too large or not finished.
  public var setAsideCount: Int { machine.pointee.setAsideCount }

  /// The elements and attributes that no rule and no dropped path took, with their numbers.
  ///
  /// They stand in the order in which they were first seen. Elements that a rule names as an
  /// exception are not among them, nor are the children and attributes that decide a condition.
  /// Where conditions tell elements of one path apart, those that no rule took are counted
  /// together under the path without conditions. What a skip rule left out, and what is in a
  /// record that was set aside after it was found too large, is not counted.
  public var untakenPaths: [XMLPathCount] { machine.pointee.paths.untaken() }

  /// Whether all paths were told apart and counted; otherwise there were more than the limit.
  public var pathsAreComplete: Bool { machine.pointee.paths.areComplete }

  /// How many elements and attributes each of the layout's dropped paths took, in their order.
  public var dropCounts: [Int] { machine.pointee.dropCounts }

  /// How many elements each of the layout's skip rules left out, in their order.
  ///
  /// They, and what was in them, are in no other count.
  public var skipCounts: [Int] { machine.pointee.skipCounts }

  /// What was noticed in the values of each column.
  public var columnCounts: [XMLColumnCount] { machine.pointee.columnCounts }

  private func fill(
    _ batch: RecordBatch, _ records: Int, _ bytes: Int
  ) throws(SourceError) {
    while batch.count < records && machine.pointee.bytesInBatch < bytes
      && batch.undelivered.isEmpty
    {
      guard try run.step() else { break }
    }
    if run.isFinished, let failure = run.failure {
      machine.pointee.abandonOpenRecord(failure.kind)
    } else {
      machine.pointee.pause()
    }
    batch.problems.append(contentsOf: run.problems[problemsGiven...])
    problemsGiven = run.problems.count
  }

  private func move(_ ready: RecordBatch, to batch: RecordBatch) {
    for record in 0..<ready.count {
      for column in 0..<ready.columnCount {
        batch.columns[column].append(ready.value(column: column, record: record))
      }
      batch.endRecord(
        line: Int(ready.lines[record]), fieldCount: Int(ready.fieldCounts[record]))
    }
    batch.firstRecord = ready.firstRecord
    batch.problems = ready.problems
    batch.undelivered = ready.undelivered
  }
}
