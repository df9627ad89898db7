import Records

/// What an XML file consists of: root, paths, and the element that is most likely a record.
///
/// Made in one pass with bounded memory. Numbers and names only; no text is kept.
public struct XMLOutline: Sendable {
  /// What the first bytes say: version, declared encoding, byte order mark.
  public let prolog: XMLProlog
  /// The local name of the root element, or `nil` when none was reached.
  public let rootName: String?
  /// The namespace of the root element.
  public let rootNamespace: String?
  /// Whether the file has a document type declaration; it is then not read further.
  public let hasDocumentType: Bool
  /// Every path, each after its parent and attributes before child elements, in the order in
  /// which they were first seen.
  public let paths: [XMLOutlinePath]
  /// Whether all paths were told apart; otherwise there are more than the limit.
  public let pathsAreComplete: Bool
  /// Whether all elements with keys stand under paths of their own; otherwise there were more
  /// keys than the limit, or keys that no path can name, and those stand under the path without.
  public let keysAreComplete: Bool
  /// The path of the most likely record element; see ``read(_:keys:limits:onRawBytes:)``.
  public let recordPath: String?
  /// Whether the reading stopped because the sample was large enough.
  public let isSampled: Bool
  /// What was wrong with the file, the reason why reading stopped last.
  public let problems: [RecordProblem]

  /// Reads a file, or its first bytes.
  ///
  /// The most likely record element is the one nearest the root that stands several times in the
  /// same parent and holds, with what is below it, more than half of all text in the file; of
  /// several at the same depth the one with the most text. When there is none, it is the root:
  /// the file is then one record. An element that a key tells from others is no record.
  ///
  /// Elements that `keys` names are told apart by their keys, and each is a path of its own:
  /// `/channel/item/item_meta[field_id=12]/meta_value`. Of several keys for one element, the
  /// first that is met decides, attributes before children; an element without any is listed
  /// without condition.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - keys: The keys that tell elements of one name apart.
  ///   - limits: The limits.
  ///   - sampleBytes: The bytes after which the reading stops; `nil` for the whole file.
  ///   - onRawBytes: Gets every byte that is read once, in order.
  /// - Returns: What was found, whatever is wrong with the file.
  /// - Throws: `SourceError` when the file cannot be read.
  public static func read(
    _ source: XMLSource, keys: [XMLKey] = [], limits: XMLLimits = XMLLimits(),
    sampleBytes: Int? = nil, onRawBytes: ((UnsafeRawBufferPointer) -> Void)? = nil
  ) throws(SourceError) -> XMLOutline {
    var bytes = 0
    let stream = XMLTextStream(source) { piece in
      bytes += piece.count
      onRawBytes?(piece)
    }
    let machine = UnsafeMutablePointer<OutlineMachine>.allocate(capacity: 1)
    machine.initialize(to: OutlineMachine(limits, keys: keys))
    defer {
      machine.deinitialize(count: 1)
      machine.deallocate()
    }
    let parser = SAXParser(outline: machine, limits: limits)
    let run = XMLRun(stream, parser)
    while try run.step() {
      if let sampleBytes, bytes >= sampleBytes {
        return XMLOutline(machine, stream.prolog, run.problems, isSampled: true)
      }
    }
    try stream.readRest()
    return XMLOutline(machine, stream.prolog, run.problems, isSampled: false)
  }

  private init(
    _ machine: UnsafePointer<OutlineMachine>, _ prolog: XMLProlog, _ problems: [RecordProblem],
    isSampled: Bool
  ) {
    self.prolog = prolog
    self.isSampled = isSampled
    self.problems = problems
    hasDocumentType = problems.contains { $0.kind == .documentType }
    keysAreComplete = machine.pointee.keysAreComplete
    pathsAreComplete = machine.pointee.pathsAreComplete
    let tree = OutlineTree(machine.pointee.nodes)
    rootName = tree.root?.name
    rootNamespace = tree.root?.namespace
    paths = tree.paths()
    recordPath = tree.recordPath
  }
}
