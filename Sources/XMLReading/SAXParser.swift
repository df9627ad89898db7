internal import CLibXML2
import Records

// The one place where libxml2 is called: its SAX2 push parser, given UTF-8 in pieces.
//
// Nothing is ever expanded or fetched: no entities are replaced, no document type is read (the
// first sign of one ends the parsing), no network and no file is opened. The context and the
// state that the callbacks work on are owned here and freed together.
final class SAXParser {
  // Bytes at the end of a piece that are kept for the next one: see `feed`.
  private var held: [UInt8] = []
  private let state: UnsafeMutablePointer<SAXState>
  private var isEnded = false

  convenience init(records: UnsafeMutablePointer<RecordMachine>, limits: XMLLimits) {
    self.init(SAXState(limits: limits, records: records, outline: nil))
  }

  convenience init(outline: UnsafeMutablePointer<OutlineMachine>, limits: XMLLimits) {
    self.init(SAXState(limits: limits, records: nil, outline: outline))
  }

  convenience init(events: any XMLEventSink, limits: XMLLimits) {
    self.init(SAXState(limits: limits, records: nil, outline: nil, events: events))
  }

  private init(_ initial: SAXState) {
    // Idempotent; it has to have returned before a second thread uses the library.
    xmlInitParser()
    state = .allocate(capacity: 1)
    state.initialize(to: initial)
    var handler = Self.makeHandler()
    // The library copies the handler.
    let context = xmlCreatePushParserCtxt(&handler, state, nil, 0, nil)
    guard let context else {
      state.pointee.failure = RecordProblem(.notWellFormed, detail: "no memory for the parser")
      return
    }
    state.pointee.context = context
    _ = xmlCtxtUseOptions(
      context, Int32(XML_PARSE_NONET.rawValue) | Int32(XML_PARSE_IGNORE_ENC.rawValue))
    // No guessing from the first bytes.
    context.pointee.charset = XML_CHAR_ENCODING_UTF8.rawValue
  }

  deinit {
    xmlFreeParserCtxt(state.pointee.context)
    state.deinitialize(count: 1)
    state.deallocate()
  }

  // Why the parsing stopped, once it has.
  var failure: RecordProblem? { state.pointee.failure }

  // Whether it stopped at bytes that are not UTF-8.
  var stoppedAtBrokenCharacter: Bool { state.pointee.stoppedAtBrokenCharacter }

  // Parses the next piece.
  //
  // libxml2 2.9 takes in a CDATA section whole, or 300 bytes of it for each piece, and refuses
  // one of more than 10 MB: a file attached to a form would be refused, and cost quadratic time
  // before. So a section that is open at the end of a piece is closed and opened again, which
  // means the same. For that, neither a `]` that may be the beginning of the real end nor a
  // part of a character may be the last that was fed, and they are kept for the next piece.
  func feed(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let base = piece.baseAddress, piece.count > 0, failure == nil else { return }
    if piece.count < 8 {
      held.append(contentsOf: piece)
      let tail = held.withUnsafeBufferPointer { MarkupBytes.tailLength($0) }
      let ready = held.count - tail
      held.withUnsafeBufferPointer { parse($0.baseAddress, ready) }
      held.removeFirst(ready)
    } else {
      held.withUnsafeBufferPointer { parse($0.baseAddress, $0.count) }
      let tail = MarkupBytes.tailLength(piece)
      held.removeAll(keepingCapacity: true)
      held.append(contentsOf: piece[(piece.count - tail)...])
      parse(base, piece.count - tail)
    }
    if failure == nil, let context = state.pointee.context,
      context.pointee.instate == XML_PARSER_CDATA_SECTION
    {
      let reopening: StaticString = "]]><![CDATA["
      parse(reopening.utf8Start, reopening.utf8CodeUnitCount)
    }
  }

  // Tells the parser that the document has ended.
  func end() {
    guard failure == nil, !isEnded, let context = state.pointee.context else { return }
    isEnded = true
    held.withUnsafeBufferPointer { parse($0.baseAddress, $0.count) }
    held.removeAll()
    guard failure == nil else { return }
    _ = xmlParseChunk(context, nil, 0, 1)
    if failure == nil && context.pointee.wellFormed == 0 {
      state.pointee.report(Int(context.pointee.errNo), line: 0, column: 0)
    }
  }

  private func parse(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
    guard let bytes, count > 0, failure == nil, let context = state.pointee.context else { return }
    bytes.withMemoryRebound(to: CChar.self, capacity: count) {
      _ = xmlParseChunk(context, $0, Int32(count), 0)
    }
    guard failure == nil else { return }
    if context.pointee.disableSAX != 0 {
      // Whatever ended the parsing has been reported by now; this makes sure of it.
      state.pointee.report(Int(context.pointee.errNo), line: 0, column: 0)
    } else {
      if context.pointee.instate == XML_PARSER_START_TAG { state.pointee.checkPendingTag() }
      // The library finds each name in a table whose size is fixed, so that a million names take
      // minutes.
      state.pointee.checkNames(Int(xmlDictSize(context.pointee.dict)))
    }
  }

  private static func makeHandler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { data, name, _, uri, namespaces, _, count, _, attributes in
      guard let state = SAXState.of(data), let name else { return }
      state.pointee.start(name, uri, attributes, Int(count), namespaces: Int(namespaces))
    }
    handler.endElementNs = { data, _, _, _ in
      SAXState.of(data)?.pointee.end()
    }
    handler.characters = { data, text, count in
      guard let state = SAXState.of(data), let text else { return }
      state.pointee.characters(text, Int(count))
    }
    // The same function, or the library first works out whether the blanks could be ignored.
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = { data, text, count in
      guard let state = SAXState.of(data), let text, count > 0 else { return }
      state.pointee.cdata(text, Int(count))
    }
    handler.internalSubset = { data, name, _, _ in
      SAXState.of(data)?.pointee.refuseDocumentType(name)
    }
    handler.externalSubset = { data, name, _, _ in
      SAXState.of(data)?.pointee.refuseDocumentType(name)
    }
    handler.entityDecl = { data, _, _, _, _, _ in
      SAXState.of(data)?.pointee.refuseDocumentType(nil)
    }
    handler.resolveEntity = { data, _, _ in
      SAXState.of(data)?.pointee.refuseDocumentType(nil)
      return nil
    }
    // Not `error` and `fatalError`, which take a variable number of arguments and quote content.
    handler.serror = { data, error in
      guard let error, error.pointee.level == XML_ERR_FATAL else { return }
      SAXState.of(data)?.pointee.report(
        Int(error.pointee.code), line: Int(error.pointee.line), column: Int(error.pointee.int2))
    }
    return handler
  }
}

// What the callbacks work on.
private struct SAXState {
  // Above this, libxml2 refuses to look further for the end of a piece of markup.
  private static let lookupLimit = 9_900_000

  var context: xmlParserCtxtPtr?
  var failure: RecordProblem?
  var stoppedAtBrokenCharacter = false
  let records: UnsafeMutablePointer<RecordMachine>?
  let outline: UnsafeMutablePointer<OutlineMachine>?
  let events: (any XMLEventSink)?
  private let limits: XMLLimits
  private var depth = 0
  private var isStopped = false

  init(
    limits: XMLLimits, records: UnsafeMutablePointer<RecordMachine>?,
    outline: UnsafeMutablePointer<OutlineMachine>?, events: (any XMLEventSink)? = nil
  ) {
    self.limits = limits
    self.events = events
    self.records = records
    self.outline = outline
  }

  @inline(__always)
  static func of(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<SAXState>? {
    data?.assumingMemoryBound(to: SAXState.self)
  }

  @inline(__always)
  mutating func start(
    _ name: UnsafePointer<UInt8>, _ uri: UnsafePointer<UInt8>?,
    _ attributes: RecordMachine.Attributes?, _ count: Int, namespaces: Int
  ) {
    if isStopped { return }
    depth += 1
    guard depth <= limits.depth else {
      return stop(
        RecordProblem(.tooDeep, line: line, expected: limits.depth, found: depth))
    }
    guard count + namespaces <= limits.attributeCount else {
      return stopAtAttributes(count + namespaces)
    }
    if count > 0, let attributes {
      guard areWithinLimit(attributes, count) else { return }
    }
    if let records {
      records.pointee.start(name, uri, attributes, count)
      if records.pointee.needsLine { records.pointee.setLine(lineOfStartTag) }
    } else if let outline {
      outline.pointee.start(name, uri, attributes, count)
    } else {
      events?.start(name, uri, XMLEventAttributes(attributes, count))
    }
  }

  @inline(__always)
  mutating func end() {
    if isStopped { return }
    depth -= 1
    if let records {
      records.pointee.end()
    } else if let outline {
      outline.pointee.end()
    } else {
      events?.end()
    }
  }

  @inline(__always)
  mutating func characters(_ text: UnsafePointer<UInt8>, _ count: Int) {
    if isStopped { return }
    if let records {
      records.pointee.characters(text, count)
    } else if let outline {
      outline.pointee.characters(text, count)
    } else {
      events?.characters(UnsafeBufferPointer(start: text, count: count))
    }
  }

  // libxml2 2.9 lets forms of UTF-8 that are longer than need be through in CDATA sections; the
  // columns are to hold valid UTF-8 only.
  mutating func cdata(_ text: UnsafePointer<UInt8>, _ count: Int) {
    if MarkupBytes.hasLongForm(UnsafeBufferPointer(start: text, count: count)) {
      return stopAtBrokenCharacter()
    }
    characters(text, count)
  }

  mutating func refuseDocumentType(_ name: UnsafePointer<UInt8>?) {
    let isHTML = name.map { String(cString: $0).lowercased() == "html" } ?? false
    stop(RecordProblem(.documentType, line: line, detail: isHTML ? "an HTML page" : nil))
  }

  // An error of the parser. Its message is left alone, because it may quote the content.
  mutating func report(_ code: Int, line: Int, column: Int) {
    if isStopped { return }
    let line = line > 0 ? line : self.line
    if code == XMLErrorWords.invalidCharacter && isAtBrokenCharacter {
      return stopAtBrokenCharacter()
    }
    let isTooLong = code == XMLErrorWords.nameTooLong || waiting > Self.lookupLimit
    stop(
      RecordProblem(
        isTooLong ? .valueTooLong : .notWellFormed, line: line, found: code,
        detail: XMLErrorWords.detail(code, column: column)))
  }

  // A start tag that is not in the parser's hands whole: it waits for the end, and then compares
  // every attribute with every other, which takes hours for a million of them. So they are
  // counted before.
  mutating func checkPendingTag() {
    guard let input = context?.pointee.input, let start = input.pointee.cur,
      let end = input.pointee.end, end - start > 4096
    else { return }
    let tag = UnsafeBufferPointer(start: UnsafePointer(start), count: end - start)
    let count = MarkupBytes.countQuotedValues(tag)
    if count > limits.attributeCount { stopAtAttributes(count) }
  }

  mutating func checkNames(_ count: Int) {
    guard count > limits.nameCount else { return }
    stop(
      RecordProblem(
        .valueTooLong, line: line, expected: limits.nameCount, found: count,
        detail: "different names"))
  }

  private mutating func stopAtAttributes(_ count: Int) {
    stop(
      RecordProblem(
        .valueTooLong, line: lineOfStartTag, expected: limits.attributeCount, found: count,
        detail: "attributes on one element"))
  }

  private mutating func areWithinLimit(
    _ attributes: RecordMachine.Attributes, _ count: Int
  ) -> Bool {
    for index in 0..<count {
      guard let start = attributes[index * 5 + 3], let end = attributes[index * 5 + 4],
        end - start > limits.attributeLength
      else { continue }
      stop(
        RecordProblem(
          .valueTooLong, line: lineOfStartTag, expected: limits.attributeLength,
          found: end - start, detail: "bytes in one attribute"))
      return false
    }
    return true
  }

  private mutating func stopAtBrokenCharacter() {
    stoppedAtBrokenCharacter = true
    stop(RecordProblem(.encodingMismatch, line: line))
  }

  private mutating func stop(_ problem: RecordProblem) {
    if isStopped { return }
    isStopped = true
    failure = problem
    // Also empties the parser's input, so that what it had begun to read is not read on.
    if let context { xmlStopParser(context) }
  }

  private var line: Int {
    guard let input = context?.pointee.input else { return 1 }
    return Int(input.pointee.line)
  }

  // The parser stands at the end of the tag; the tag begins at the last `<`, since that character
  // cannot stand inside a tag.
  private var lineOfStartTag: Int {
    guard let input = context?.pointee.input, var at = input.pointee.cur,
      let base = input.pointee.base
    else { return 1 }
    var line = Int(input.pointee.line)
    while at > base {
      at -= 1
      if at.pointee == UInt8(ascii: "<") { break }
      if at.pointee == UInt8(ascii: "\n") { line -= 1 }
    }
    return line
  }

  // The bytes that the parser holds.
  private var waiting: Int {
    guard let input = context?.pointee.input, let base = input.pointee.base,
      let end = input.pointee.end
    else { return 0 }
    return end - base
  }

  // The library has the same code for a character that XML does not allow and for bytes that are
  // no character.
  private var isAtBrokenCharacter: Bool {
    guard let input = context?.pointee.input, let at = input.pointee.cur,
      let end = input.pointee.end, at < end, at.pointee >= 0x80
    else { return false }
    return MarkupBytes.isBroken(UnsafeBufferPointer(start: UnsafePointer(at), count: end - at))
  }
}
