internal import CLibCSV
import Records

/// Parses blocks of a CSV file into columns, with libcsv.
///
/// One of the files with unsafe code. libcsv looks at each byte in turn, and in a quoted field does
/// nothing but copy it, up to the next quote. Long stretches of that kind, which the free-text
/// answers are made of, are found with `memchr` and copied to libcsv's buffer in one go; where a
/// field, its quoting and a record begin and end is libcsv's word alone.
///
/// A parser owns one `csv_parser`. It is used by one task at a time; several parsers may work on
/// blocks of the same file at the same time.
///
/// Blanks (space and tab) around a field that is not quoted are left out, as libcsv does. Blank
/// lines are no records. A record with a problem is in the batch all the same: the caller
/// decides.
///
/// A stray quote is a quote in a quoted field that is not doubled, and is not followed by a
/// delimiter, a line end or the end of the file either, with blanks before these allowed. If a
/// later quote on the same line closes the field, the field goes to there, as libcsv reads it:
/// `"Han sa "hej" till mig";` is one field. If none does, the field ends as one that is not quoted,
/// at the next delimiter or at the end of the line: `"Torget" är bäst;` is one field too, and what
/// comes after it is read as ever. No character is left out of the text but the quote that opens
/// the field, and, before the stray quote, one of two that are doubled: `Torget" är bäst`.
public final class CSVParser {
  private let dialect: CSVDialect
  private let parser: UnsafeMutablePointer<csv_parser>
  private let state: UnsafeMutablePointer<ParserState>
  private let columnOfField: UnsafeMutablePointer<Int32>
  private let fieldOfColumn: [Int]
  /// The state that libcsv is in when it only copies, up to the next quote.
  private let copyingState: Int32

  /// The shortest stretch that is worth copying by itself.
  private static let longStretch = 32

  /// The number of columns that a batch for this parser has.
  public var columnCount: Int { fieldOfColumn.count }

  /// Makes a parser.
  ///
  /// - Parameters:
  ///   - dialect: The dialect of the file.
  ///   - columnOfField: For each field of a record, the column of the batch that it goes into,
  ///     or -1. Fields that are not mapped are counted and not copied. Every column from 0 to
  ///     the highest has one field.
  ///   - expectedFieldCount: The number of fields in a record, by the header. More are a problem
  ///     if one of those beyond has text.
  ///   - minimumFieldCount: The smallest number of fields that is no problem; the expected
  ///     number if it is `nil`.
  ///   - limits: How many fields a record, and how many bytes a field may have.
  public init(
    dialect: CSVDialect, columnOfField: [Int], expectedFieldCount: Int,
    minimumFieldCount: Int? = nil, limits: CSVLimits = CSVLimits()
  ) {
    self.dialect = dialect
    let columnCount = (columnOfField.max() ?? -1) + 1
    var fieldOfColumn = [Int](repeating: -1, count: columnCount)
    for (field, column) in columnOfField.enumerated() where column >= 0 {
      precondition(fieldOfColumn[column] < 0, "two fields go into column \(column)")
      fieldOfColumn[column] = field
    }
    precondition(!fieldOfColumn.contains(-1), "every column has a field")
    self.fieldOfColumn = fieldOfColumn

    self.columnOfField = .allocate(capacity: max(columnOfField.count, 1))
    self.columnOfField.initialize(repeating: -1, count: max(columnOfField.count, 1))
    for (field, column) in columnOfField.enumerated() where column >= 0 {
      self.columnOfField[field] = Int32(column)
    }
    state = .allocate(capacity: 1)
    state.initialize(
      to: ParserState(
        columnOfField: self.columnOfField, mappedFields: columnOfField.count,
        expected: expectedFieldCount, minimum: minimumFieldCount ?? expectedFieldCount,
        limits: limits))
    parser = .allocate(capacity: 1)
    parser.initialize(to: csv_parser())
    csv_init(parser, 0)
    csv_set_delim(parser, dialect.delimiter)
    csv_set_quote(parser, dialect.quote)
    // libcsv grows the field it collects in steps of this size; its default is 128 bytes.
    csv_set_blk_size(parser, 1 << 14)
    // The numbers of its states are libcsv's own affair, so it is asked by an opening quote.
    var quote = dialect.quote
    csv_parse(parser, &quote, 1, nil, nil, nil)
    copyingState = parser.pointee.pstate
    csv_fini(parser, nil, nil, nil)
  }

  deinit {
    csv_free(parser)
    parser.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
    columnOfField.deallocate()
  }

  /// Parses a block into a batch, which is emptied first.
  ///
  /// The problems of the batch are in record order. They are: `fieldCount`, `recordTooLong`,
  /// `nulByte` and `invalidEncoding`. A field that is not mapped is not checked for its encoding.
  /// The bytes of a field with `invalidEncoding` are in the column as they were; they are no UTF-8.
  ///
  /// The notices of the batch are `strayQuote`, one for each record that has one: `line` and
  /// `field` are those of the first.
  public func parse(_ block: CSVBlock, into batch: RecordBatch) {
    precondition(batch.columnCount == columnCount, "the batch has a column for each mapped one")
    batch.removeAll()
    batch.undelivered.append(contentsOf: block.rejected)
    let bytes = block.bytes
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    state.pointee.columns = batch.columns
    state.pointee.batch = Unmanaged.passUnretained(batch)
    state.pointee.checksForNul = ByteSearch.contains(0, bytes)
    state.pointee.beginRecord()
    withExtendedLifetime(batch) {
      parseLines(base, block, batch)
    }
    state.pointee.batch = nil
    state.pointee.columns = nil
    addEncodingProblems(batch)
  }

  // libcsv does not say where it is, so it is given one line at a time: then every record that
  // begins is known to begin on that line.
  private func parseLines(_ base: UnsafePointer<UInt8>, _ block: CSVBlock, _ batch: RecordBatch) {
    let count = block.count
    let anyCarriageReturn = block.hasLoneCarriageReturns
    var strayQuotes = block.strayQuotes.makeIterator()
    var strayQuote = strayQuotes.next()
    var line = block.firstLine
    var start = 0
    while start < count {
      let end =
        anyCarriageReturn
        ? ByteSearch.afterLine(base, from: start, to: count, isFinal: true) ?? count
        : min(ByteSearch.first(ByteSearch.lineFeed, base, from: start, to: count) + 1, count)
      // At the end of a line, a record goes on only if a quoted field is open.
      if parser.pointee.quoted == 0 { state.pointee.line = line }
      while let quote = strayQuote, quote.offset < end {
        parse(base, from: start, to: quote.offset)
        noteStrayQuote(line, batch)
        start = quote.endsQuoting ? parseUnquoted(base, from: quote.offset, to: end) : quote.offset
        strayQuote = strayQuotes.next()
      }
      parse(base, from: start, to: end)
      line += 1
      start = end
    }
    csv_fini(parser, fieldDidEnd, recordDidEnd, state)
  }

  private func parse(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) {
    // libcsv has got everything before this place.
    var given = start
    var stretch = start
    while true {
      let quote = ByteSearch.first(dialect.quote, bytes, from: stretch, to: end)
      if quote - stretch >= Self.longStretch {
        give(bytes, from: given, to: stretch)
        given = copy(bytes, from: stretch, to: quote) ? quote : stretch
      }
      if quote == end { break }
      stretch = quote + 1
    }
    give(bytes, from: given, to: end)
  }

  /// Does what libcsv does with bytes that are no quotes, if it is in a quoted field and has room
  /// for them in its buffer; otherwise says `false`.
  @inline(__always)
  private func copy(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Bool {
    let filled = parser.pointee.entry_pos
    guard parser.pointee.quoted != 0, parser.pointee.pstate == copyingState,
      filled + (end - start) <= parser.pointee.entry_size
    else { return false }
    (parser.pointee.entry_buf + filled).update(from: bytes + start, count: end - start)
    parser.pointee.entry_pos = filled + (end - start)
    return true
  }

  @inline(__always)
  private func give(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) {
    guard start < end else { return }
    let parsed = csv_parse(parser, bytes + start, end - start, fieldDidEnd, recordDidEnd, state)
    precondition(parsed == end - start, "libcsv had no memory for a field")
  }

  // The rest of a field from a stray quote on that ends the quoting. To libcsv the field is quoted
  // to its end: each quote is given to it as two, and a closing one last. Returns the field's end.
  private func parseUnquoted(
    _ base: UnsafePointer<UInt8>, from quote: Int, to end: Int
  ) -> Int {
    var fieldEnd = quote
    while fieldEnd < end && base[fieldEnd] != dialect.delimiter
      && base[fieldEnd] != ByteSearch.lineFeed && base[fieldEnd] != ByteSearch.carriageReturn
    {
      fieldEnd += 1
    }
    withUnsafePointer(to: dialect.quote) { oneQuote in
      var start = quote
      while start < fieldEnd {
        let next = ByteSearch.first(dialect.quote, base, from: start, to: fieldEnd)
        parse(base, from: start, to: next)
        guard next < fieldEnd else { break }
        parse(oneQuote, from: 0, to: 1)
        parse(oneQuote, from: 0, to: 1)
        start = next + 1
      }
      parse(oneQuote, from: 0, to: 1)
    }
    return fieldEnd
  }

  // One for each record: that it is to be looked at.
  private func noteStrayQuote(_ line: Int, _ batch: RecordBatch) {
    guard batch.notices.last?.recordIndex != batch.count else { return }
    batch.notices.append(
      RecordProblem(
        .strayQuote, recordIndex: batch.count, line: line, field: state.pointee.fieldCount + 1))
  }

  private func addEncodingProblems(_ batch: RecordBatch) {
    let found = batch.problems.count
    for column in 0..<columnCount {
      UTF8Check.invalidValues(of: batch.columns[column]) { record in
        batch.problems.append(
          RecordProblem(
            .invalidEncoding, recordIndex: record, line: Int(batch.lines[record]),
            field: fieldOfColumn[column] + 1))
      }
    }
    guard batch.problems.count > found else { return }
    let ordered = batch.problems.enumerated().sorted {
      ($0.element.recordIndex ?? 0, $0.offset) < ($1.element.recordIndex ?? 0, $1.offset)
    }
    batch.problems = ordered.map(\.element)
  }
}

// What the callbacks work on. It is reached through one pointer: no class and no array is
// touched for a field.
private struct ParserState {
  let columnOfField: UnsafeMutablePointer<Int32>
  let mappedFields: Int
  let expected: Int
  let minimum: Int
  let limits: CSVLimits
  var columns: UnsafeMutablePointer<ByteColumn>?
  var batch: Unmanaged<RecordBatch>?
  var checksForNul = false
  var line = 0
  // The record that is being read.
  var fieldCount = 0
  var extraFieldHasText = false
  var fieldWithNul = 0
  var longField = 0
  var longFieldBytes = 0

  init(
    columnOfField: UnsafeMutablePointer<Int32>, mappedFields: Int, expected: Int, minimum: Int,
    limits: CSVLimits
  ) {
    self.columnOfField = columnOfField
    self.mappedFields = mappedFields
    self.expected = expected
    self.minimum = minimum
    self.limits = limits
  }

  mutating func beginRecord() {
    fieldCount = 0
    extraFieldHasText = false
    fieldWithNul = 0
    longField = 0
  }

  func addProblems(to batch: RecordBatch) {
    let record = batch.count - 1
    if fieldCount > limits.columns {
      batch.problems.append(
        RecordProblem(
          .recordTooLong, recordIndex: record, line: line, expected: limits.columns,
          found: fieldCount, detail: "fields in the record"))
    } else if fieldCount < minimum || extraFieldHasText {
      batch.problems.append(
        RecordProblem(
          .fieldCount, recordIndex: record, line: line, expected: expected, found: fieldCount))
    }
    if longField > 0 {
      batch.problems.append(
        RecordProblem(
          .recordTooLong, recordIndex: record, line: line, field: longField,
          expected: limits.fieldBytes, found: longFieldBytes, detail: "bytes in a field"))
    }
    if fieldWithNul > 0 {
      batch.problems.append(
        RecordProblem(.nulByte, recordIndex: record, line: line, field: fieldWithNul))
    }
  }
}

private func fieldDidEnd(
  _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
  let state = context.unsafelyUnwrapped.assumingMemoryBound(to: ParserState.self)
  let field = state.pointee.fieldCount
  state.pointee.fieldCount = field &+ 1
  let value = UnsafeBufferPointer(
    start: bytes.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self), count: count)
  if field < state.pointee.mappedFields {
    let column = state.pointee.columnOfField[field]
    if column >= 0 { state.pointee.columns.unsafelyUnwrapped[Int(column)].append(value) }
  }
  if field >= state.pointee.expected && count > 0 { state.pointee.extraFieldHasText = true }
  if count > state.pointee.limits.fieldBytes && state.pointee.longField == 0 {
    state.pointee.longField = field + 1
    state.pointee.longFieldBytes = count
  }
  if state.pointee.checksForNul && state.pointee.fieldWithNul == 0
    && ByteSearch.contains(0, value)
  {
    state.pointee.fieldWithNul = field + 1
  }
}

private func recordDidEnd(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
  let state = context.unsafelyUnwrapped.assumingMemoryBound(to: ParserState.self)
  state.pointee.batch.unsafelyUnwrapped._withUnsafeGuaranteedRef { batch in
    batch.endRecord(line: state.pointee.line, fieldCount: state.pointee.fieldCount)
    if state.pointee.fieldCount < state.pointee.minimum || state.pointee.extraFieldHasText
      || state.pointee.fieldWithNul > 0 || state.pointee.longField > 0
      || state.pointee.fieldCount > state.pointee.limits.columns
    {
      state.pointee.addProblems(to: batch)
    }
  }
  state.pointee.beginRecord()
}
