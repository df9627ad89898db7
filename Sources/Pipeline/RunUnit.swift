import DialogueModel
import Ingest

/// One piece of work: taken from a source, processed by a worker, merged, and used again.
final class RunUnit: @unchecked Sendable {
  /// What the unit holds.
  enum Step {
    /// The beginning of a source.
    case begin
    /// A batch of records.
    case records
    /// A source that cannot be used, or one after such a source; what was found in it.
    case refused([Finding])
    /// The end of a source.
    case end(OpenedSource.Ending)
  }

  let work = SourceWork()
  var results = ProcessedRecords()
  var step = Step.begin
  var source: OpenedSource?
  var index = 0
}
