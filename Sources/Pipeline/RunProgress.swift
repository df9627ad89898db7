/// How far a run has come.
public struct RunProgress: Sendable {
  /// What is being done.
  public enum Step: String, Sendable {
    /// Sources are read, refined and tagged.
    case reading
    /// Figures are computed, the annex is composed and files are written.
    case composing
  }

  /// What is being done.
  public var step: Step
  /// The number of the source, from 1.
  public var source: Int
  /// The number of sources.
  public var sources: Int
  /// Records read so far.
  public var records: Int
  /// Bytes read so far, about.
  public var bytes: Int
  /// The bytes of all sources.
  public var totalBytes: Int
  /// Seconds since the run began.
  public var seconds: Double
}
