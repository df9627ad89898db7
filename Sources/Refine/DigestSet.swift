import DialogueModel
import Records

/// The digests that were met so far, each with the number of the submission that came first.
///
/// The newest are in a ``DigestTable``, up to a limit. At the limit they are written to a temporary
/// file in the order of the digests, as a ``DigestRun``, and the table is emptied; eight runs of
/// one size become one. Of each digest in a run eleven bits stay in memory, and the file is only
/// read when they say that a digest may be there. So the answers are exact, and ten million digests
/// take 9 MB for the table and 14 for the rest.
public struct DigestSet: ~Copyable {
  private var table: DigestTable
  /// Those that were merged most often first.
  private var runs: [DigestRun] = []
  private let folder: String?

  /// The most digests that are held in memory whole when nothing else is said.
  ///
  /// Twice as many cost the same time.
  public static let standardLimit = 350_000

  /// The number of runs of one level that become one of the next.
  private static let runsPerLevel = 8

  /// Makes an empty set.
  ///
  /// - Parameters:
  ///   - limit: The most digests that are held in memory whole, one or more.
  ///   - folder: The folder for the others; the one for temporary files when `nil`.
  public init(limit: Int = standardLimit, folder: String? = nil) {
    self.folder = folder
    table = DigestTable(limit: limit)
  }

  /// The number of bytes that the set takes in memory.
  public var byteCount: Int { table.byteCount + runs.reduce(0) { $0 + $1.byteCount } }

  /// Adds a digest unless it is there; then says which submission it came with first.
  ///
  /// - Parameters:
  ///   - digest: The digest of the content.
  ///   - sequence: The number of the submission that has the content.
  /// - Returns: The number that was given when the digest was added, or `nil` when it is new.
  /// - Throws: `InspelError` with the code `temporary.failed` when the digests do not fit the
  ///   memory and cannot be kept on disk.
  public mutating func insert(
    _ digest: ContentDigest, sequence: UInt32
  ) throws(InspelError) -> UInt32? {
    let (place, known) = table.search(digest)
    if let known { return known }
    do {
      for run in runs where run.mayContain(digest) {
        if let earlier = try run.sequence(of: digest) { return earlier }
      }
      table.insert(digest, sequence: sequence, at: place)
      if table.isFull { try moveToDisk() }
    } catch {
      throw InspelError(temporaryFile: error)
    }
    return nil
  }

  /// Asks for what a digest that will be inserted soon is compared with.
  ///
  /// Neither the table nor the filters of the runs are in the processor's cache, and one insertion
  /// waits for the one before. What is fetched ahead is fetched at the same time.
  public func fetch(_ digest: ContentDigest) {
    table.fetch(digest)
    for run in runs { run.fetch(digest) }
  }

  /// Writes the entries of the table as a run, and empties the table.
  private mutating func moveToDisk() throws(SourceError) {
    var writer = try DigestRunWriter(level: 0, capacity: table.count, folder: folder)
    try table.move(to: &writer)
    runs.append(try writer.finish())
    while runs.count >= Self.runsPerLevel {
      let last = runs.suffix(Self.runsPerLevel)
      guard last.first?.level == last.last?.level else { return }
      let merged = try DigestMerge.merge(Array(last), folder: folder)
      runs.removeLast(Self.runsPerLevel)
      runs.append(merged)
    }
  }
}
