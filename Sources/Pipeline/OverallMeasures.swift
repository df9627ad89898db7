import Annex
import DialogueModel
import Representation

/// The measures of whole background questions, where every group has a figure.
enum OverallMeasures {
  /// The full result for a question; `nil` when a group has no figure, or the counts contradict
  /// the reference.
  static func assess(_ dimension: AnnexContent.DimensionCoverage) -> OverallBalance? {
    guard !dimension.isSensitive, dimension.isPartition, dimension.groups.count > 1 else {
      return nil
    }
    let reasons: Set<RepresentationReason> = [.byDesign, .mostlyUnknown, .dataConflict]
    guard
      !dimension.groups.contains(where: { group in
        group.assessment.reason.map(reasons.contains) ?? false
      })
    else { return nil }
    let counts = dimension.groups.map(\.assessment.count)
    let figures = counts.compactMap { $0.referenceCountHigh == nil ? $0.referenceCount : nil }
    guard figures.count == counts.count else { return nil }
    return try? OverallAssessor().assess(members: counts.map(\.members), reference: figures).get()
  }

  /// What the annex prints of it.
  static func balance(
    _ dimension: AnnexContent.DimensionCoverage
  ) -> AnnexContent.DimensionBalance? {
    assess(dimension).map { balance in
      AnnexContent.DimensionBalance(
        dimension: dimension.id, dissimilarity: balance.dissimilarity,
        expectedDissimilarity: balance.expectedDissimilarity,
        chance: balance.chiSquareChance.value, variation: balance.indicator.variation.adjusted)
    }
  }
}
