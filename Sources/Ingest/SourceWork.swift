import CSVReading
import Records

/// One piece of a source on its way through a worker: taken from the source in turn, parsed in
/// parallel.
///
/// A worker keeps its piece and uses it again, so the number of workers bounds what is in memory.
public final class SourceWork: @unchecked Sendable {
  /// The records, once `parse` has been called.
  public private(set) var batch = RecordBatch(columnCount: 0)

  /// What was mended in the records, and what cannot be.
  public private(set) var mended = LetterMending()

  private var source: OpenedSource?
  let block = CSVBlock()
  private var parser: CSVParser?
  var needsParsing = false

  /// Makes an empty piece of work.
  public init() {}

  /// Makes the batch fit a source, when the last piece came from another.
  func prepare(for opened: OpenedSource, makeParser: () -> CSVParser?) {
    if source !== opened {
      source = opened
      parser = makeParser()
      batch = RecordBatch(columnCount: opened.layout.columnCount)
    }
    batch.removeAll()
  }

  /// Parses what was taken, if that is not done yet, and mends its letters.
  public func parse() {
    if needsParsing { parser?.parse(block, into: batch) }
    needsParsing = false
    if source?.file.profile.braceEscapes == true { BraceEscapes.decode(batch) }
    mended = LetterMending()
    if source?.file.declaration.mendsLetters == true { mended.mend(batch) }
  }
}
