import Refine

/// What a run holds in memory: of the sources at a time, and of all submissions before it goes on
/// in temporary files.
///
/// The limits change nothing in the result.
struct MemoryLimits: Sendable {
  /// The bytes of a source that one worker takes at a time, unless one record is longer.
  var blockSize = 1 << 20
  /// The most digests by which duplicates are known.
  var digests = DigestSet.standardLimit
  /// The most bytes of the list of submissions.
  var listBytes = SubmissionListWriter.standardLimit
  /// The folder for the rest; the one for temporary files when `nil`.
  var folder: String?
}
