import Refine

/// What a run holds in memory of all submissions before it goes on in temporary files.
///
/// The limits change nothing in the result.
struct MemoryLimits: Sendable {
  /// The most digests by which duplicates are known.
  var digests = DigestSet.standardLimit
  /// The most bytes of the list of submissions.
  var listBytes = SubmissionListWriter.standardLimit
  /// The folder for the rest; the one for temporary files when `nil`.
  var folder: String?
}
