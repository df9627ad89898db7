import Annex
import DialogueModel
import Representation

/// The weights of those who answered in one channel, for its closed questions.
///
/// They are made of the background questions that have a figure for every group. Groups with few
/// answers are put together first, and there are no weights at all where they would do more harm
/// than good; the reason is then said instead.
struct ChannelWeights {
  /// What the annex says of the weights.
  let content: AnnexContent.Weighting
  private let weights: RakingWeights?
  /// The cells with anybody in them, and the place of each in the sample that is weighted.
  private let cells: [Int]
  private let places: [Int]
  private let draw: ProbabilitySample?

  init(_ channel: Int, _ material: RunMaterial, _ comparison: CoverageComparison) {
    let shape = material.shape
    let compared = comparison.dimensions(material.figures.groups)[channel] ?? []
    let counts = material.figures.cells[channel]
    cells = counts.indices.filter { counts[$0] > 0 }
    let persons = counts.reduce(0, +)
    draw = Self.draw(shape.channels[channel], comparison.universe(channel))
    var margins: [RakingMargin] = []
    var dimensions: [(label: String, step: Int, codes: [Int?])] = []
    for (dimension, step) in shape.cellSteps
    where material.askedDimensions[channel].contains(dimension) {
      let model = shape.dimensions[dimension]
      guard Self.canWeight(compared.first { $0.id == model.id }),
        comparison.canWeight(dimension, channel),
        let margin = Self.margin(dimension, model, channel, comparison)
      else { continue }
      margins.append(margin.margin)
      dimensions.append((shape.dimensions[dimension].label, step, margin.codes))
    }
    func refuse(_ refusal: RepresentationStatement.WeightRefusal) -> AnnexContent.Weighting {
      AnnexContent.Weighting(
        refusal: refusal, dimensions: dimensions.map(\.label), persons: persons)
    }
    guard shape.channels[channel].selection != .quota else {
      (content, weights, places) = (refuse(.byDesign), nil, [])
      return
    }
    guard !margins.isEmpty, comparison.universe(channel) != nil else {
      (content, weights, places) = (refuse(.noMargin), nil, [])
      return
    }
    guard persons >= WeightingRule().smallestSample else {
      (content, weights, places) = (refuse(.tooFewPersons), nil, [])
      return
    }
    let categories = cells.map { cell in
      dimensions.map { $0.codes[cell / $0.step % $0.codes.count] }
    }
    // Answers that are not known and those without a figure are in one cell.
    var sums: [[Int?]: Int] = [:]
    var order: [[Int?]] = []
    for (cell, category) in zip(cells, categories) {
      if sums[category] == nil { order.append(category) }
      sums[category, default: 0] += counts[cell]
    }
    let sample = RakingSample(cells: order.map { RakingCell($0, count: sums[$0] ?? 0) })
    let merged = CategoryMerging().propose(sample, margins: margins)
    // A question of which one category is left weights nothing.
    guard merged.margins.allSatisfy({ $0.categories.count > 1 }) else {
      (content, weights, places) = (refuse(.emptyGroup), nil, [])
      return
    }
    let found = categories.compactMap { merged.place(of: $0) }
    places = found
    guard found.count == cells.count else {
      (content, weights) = (refuse(.noSolution), nil)
      return
    }
    let result = Result { () throws(RakingRefusal) in
      try Raking().weights(merged.sample, margins: merged.margins)
    }
    switch result {
    case .failure(let refusal):
      (content, weights) = (refuse(Self.words(refusal.reason)), nil)
    case .success(let raked):
      let (found, isBounded) = Self.bounded(raked, merged)
      let objection = WeightingRule().objections(to: found.figures).first.map(Self.words)
      let mean = found.figures.mean
      var described = AnnexContent.Weighting(
        refusal: objection, dimensions: dimensions.map(\.label),
        merged: merged.merges.map {
          AnnexContent.Weighting.Merging(dimension: $0.variable, groups: $0.categories)
        },
        separate: Self.separate(merged.merges, channel, material),
        rescaled: found.rescaledMargins.map(\.variable),
        unknown: found.missing.map(\.variable), persons: persons,
        effective: found.figures.effectiveSampleSize, marginError: found.marginError,
        weights: (found.figures.smallest / mean)...(found.figures.largest / mean))
      described.isBounded = isBounded
      content = described
      weights = objection == nil ? found : nil
    }
  }

  /// The weighted share of an answer, and half its interval where persons were drawn by lot.
  func share(
    of option: ClosedTally.Option, answered: ClosedTally.Option
  ) -> (share: Double, error: Double?)? {
    guard let weights else { return nil }
    var yes = Array(repeating: 0, count: weights.sample.cells.count)
    var all = yes
    for (cell, place) in zip(cells, places) {
      yes[place] += option.cells[cell]
      all[place] += answered.cells[cell]
    }
    guard let answer = ClosedAnswer(yes: yes, answered: all, of: weights.sample),
      let share = weights.share(of: answer)
    else { return nil }
    let estimate = draw.flatMap { $0.estimate(answer, weights) }
    return (share.weighted, estimate?.marginOfError())
  }

  /// Weights within bounds, where the others are too unequal and these are not.
  ///
  /// They give the same margins: bounds that do not allow that are not used.
  private static func bounded(
    _ raked: RakingWeights, _ merged: MergedCategories
  ) -> (weights: RakingWeights, isBounded: Bool) {
    let rule = WeightingRule()
    guard rule.objections(to: raked.figures).contains(where: { $0 != .tooFewRespondents }),
      let bounded = try? BoundedCalibration(bounds: WeightLimits.bounds)
        .weights(merged.sample, margins: merged.margins).weights,
      rule.objections(to: bounded.figures).isEmpty
    else { return (raked, false) }
    return (bounded, true)
  }

  /// Whether a question's answers can carry weights: they agree with the reference, and enough
  /// said.
  private static func canWeight(_ dimension: AnnexContent.DimensionCoverage?) -> Bool {
    guard let dimension, dimension.noReference == nil else { return false }
    return dimension.groups.allSatisfy {
      $0.assessment.reason != .dataConflict && $0.assessment.reason != .mostlyUnknown
    }
  }

  /// The margin of a dimension, and the place in it of every answer; `nil` for those not known
  /// and those of a group without a figure.
  private static func margin(
    _ dimension: Int, _ model: TargetGroupDimension, _ channel: Int,
    _ comparison: CoverageComparison
  ) -> (margin: RakingMargin, codes: [Int?])? {
    var categories: [RakingCategory] = []
    var codes: [Int?] = [nil]
    for group in model.groups {
      guard let row = comparison.row(dimension, group, channel), row.count > 0 else {
        codes.append(nil)
        continue
      }
      codes.append(categories.count)
      categories.append(RakingCategory(group.label, Double(row.count)))
    }
    guard categories.count > 1 else { return nil }
    let isOrdered = model.groups.allSatisfy { $0.range != nil }
    return (RakingMargin(model.label, categories, isOrdered: isOrdered), codes)
  }

  /// The groups that are not put together with others.
  private static func separate(
    _ merges: [CategoryMerge], _ channel: Int, _ material: RunMaterial
  ) -> [String] {
    let shape = material.shape
    return shape.cellSteps.map(\.dimension)
      .filter { material.askedDimensions[channel].contains($0) }
      .flatMap { dimension -> [String] in
        let model = shape.dimensions[dimension]
        let joined = merges.filter { $0.variable == model.label }.flatMap(\.categories)
        return model.groups.filter { !joined.contains($0.label) }.map { "\(model.id)/\($0.id)" }
      }
  }

  private static func draw(_ channel: Channel, _ universe: ReferenceRow?) -> ProbabilitySample? {
    guard channel.selection == .probability, let drawn = channel.drawn, let universe else {
      return nil
    }
    return ProbabilitySample(
      frame: universe.count, selected: drawn, usesFinitePopulationCorrection: true)
  }

  private static func words(
    _ objection: WeightingObjection
  ) -> RepresentationStatement.WeightRefusal {
    switch objection {
    case .tooFewRespondents: .tooFewPersons
    case .effectiveSampleTooSmall: .tooFewEffective
    case .designEffectTooLarge: .weightsTooUnequal
    }
  }

  private static func words(
    _ reason: RakingRefusalReason
  ) -> RepresentationStatement.WeightRefusal {
    switch reason {
    case .categoryWithoutRespondents: .emptyGroup
    case .noMargins, .noCategories: .noMargin
    case .noRespondents: .tooFewPersons
    default: .noSolution
    }
  }
}
