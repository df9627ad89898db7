import DialogueModel
import Representation
import Testing

/// Expects a figure within a relative distance; an expected 0 has to be met exactly.
func expectClose(
  _ value: Double?, _ expected: Double, relative: Double = 1e-9, _ comment: Comment? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let value else {
    Issue.record(
      "nil instead of \(expected) \(comment?.rawValue ?? "")", sourceLocation: sourceLocation)
    return
  }
  #expect(
    distance(value, expected) <= relative, "\(value) and \(expected) \(comment?.rawValue ?? "")",
    sourceLocation: sourceLocation)
}

/// The relative distance of a value from the one expected.
func distance(_ value: Double, _ expected: Double) -> Double {
  if value == expected { return 0 }
  return abs(value - expected) / abs(expected)
}

/// A count in the population of the golden cases, 11,500 unless another is given.
func group(
  _ id: String, _ members: Int, of known: Int, unknown: Int = 0, reference: Int?,
  to high: Int? = nil, total: Int? = 11_500
) -> GroupCount {
  GroupCount(
    id: id, members: members, known: known, unknown: unknown, referenceCount: reference,
    referenceCountHigh: high, referenceTotal: total)
}

/// A count whose id does not matter.
func group(
  _ members: Int, of known: Int, unknown: Int = 0, reference: Int?, to high: Int? = nil,
  total: Int? = 11_500
) -> GroupCount {
  group(
    "group", members, of: known, unknown: unknown, reference: reference, to: high, total: total)
}

/// The assessment of one group alone in its report.
func assessAlone(
  _ count: GroupCount, rule: RepresentationRule = RepresentationRule(), noise: Int = 0
) -> GroupAssessment {
  RepresentationAssessor(rule: rule, referenceNoise: noise).assess([count])[0]
}

/// Groups that are tested and never significant, to make a family of a certain size.
func fillers(_ number: Int) -> [GroupCount] {
  (0..<number).map { group("filler-\($0)", 1, of: 1, reference: 11_500) }
}

/// Every number of an assessment, for what has to hold for all of them.
func figures(_ result: GroupAssessment) -> [Double] {
  let ranges = [
    result.interval, result.ratioInterval, result.ratioInterval90, result.ratioBounds,
  ]
  return [
    result.share, result.referenceShare, result.referenceShareHigh, result.ratio, result.ratioLow,
    result.gap, result.pLow, result.pHigh, result.pTwoSided, result.pHolm,
  ].compactMap { $0 } + ranges.compactMap { $0 }.flatMap { [$0.lowerBound, $0.upperBound] }
}

/// Numbers without order that are the same in every run.
struct Lots {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int((state >> 33) % UInt64(range.count))
  }
}
