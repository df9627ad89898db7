import Annex
import DialogueModel
import Ingest
import Register

/// Everything that the documents of a run are made from, whether it comes from the reading
/// (`inspel run`) or from the register (`inspel verify`).
struct RunMaterial: Sendable {
  var loaded: LoadedDialogue
  var shape: FigureShape
  var account: FlowAccount
  var sources: [RegisterClosing.Source]
  var labels: [SourceLabel]
  /// For each channel, the dimensions that one of its sources asks for.
  var askedDimensions: [Set<Int>]
  var figures: CountedFigures
  var rejections: [AnnexContent.Rejection]
  var duplicates: AnnexContent.Duplicates
  var listed: SubmissionList
  var withoutText: Int
  var lastDay: Int?
  var quotations: [AnnexContent.ClearedQuotation]
  var findings: [Finding]
  var at: RunTime
  /// The register's end, which goes on beside; `nil` when there is none to wait for.
  var finishing: BesideWork<(hash: String, bytes: Int)?>?

  /// What the annex says of a source file.
  struct SourceLabel: Sendable, Equatable {
    var dropped: [String]
    var unmapped: [String]
  }
}
