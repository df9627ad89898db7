import Annex
import DialogueModel
import Representation

/// Compares the groups of every channel that counts persons with the population, for any counts
/// of them: those of the whole dialogue, or those up to one of its activities.
struct CoverageComparison {
  private let shape: FigureShape
  private let loaded: LoadedDialogue
  private let asked: [Set<Int>]
  /// The channels that count persons, by place.
  let channels: [Int]
  /// How far a figure of the reference may be from the truth.
  let noise: Int

  init(_ material: RunMaterial) {
    shape = material.shape
    loaded = material.loaded
    asked = material.askedDimensions
    channels = shape.channels.indices.filter { material.shape.channels[$0].countsPersons }
    noise = Self.noise(loaded)
  }

  /// How far the reference's figures may be from the truth: what the dialogue file says, or the
  /// method's assumption when one of them describes 2025 or later.
  static func noise(_ loaded: LoadedDialogue) -> Int {
    let isNew = loaded.reference?.rows.contains { $0.date.year >= 2025 } ?? false
    return loaded.file.rule.referenceNoise
      ?? (isNew ? RepresentationRule.standardNoise : 0)
  }

  /// The number of tests that the correction is over.
  ///
  /// It follows from which groups are asked for and have a reference; only groups without
  /// anybody known, and contradictions, change it.
  func tests(_ slots: [[Int]]) -> Int { assessor(slots).family }

  /// The comparison of every group, by channel, for counts by channel, dimension and group.
  func dimensions(_ slots: [[Int]]) -> [Int: [AnnexContent.DimensionCoverage]] {
    let (assessor, counts, _) = assessor(slots)
    var byId: [String: GroupAssessment] = [:]
    for assessment in assessor.assess(counts) { byId[assessment.count.id] = assessment }
    var result: [Int: [AnnexContent.DimensionCoverage]] = [:]
    for channel in channels {
      result[channel] = asked[channel].sorted().map { dimension in
        let model = shape.dimensions[dimension]
        let groups = model.groups.compactMap { group in
          byId[key(channel, dimension, group.id)].map {
            AnnexContent.GroupCoverage(
              id: group.id, label: group.label, assessment: $0, mirrorOf: group.mirrorOf)
          }
        }
        // Groups that nobody named and that no figure compares say nothing.
        let shown = groups.filter {
          $0.assessment.count.members > 0 || $0.assessment.count.referenceCount != nil
        }
        return AnnexContent.DimensionCoverage(
          id: model.id, label: model.label, isSensitive: model.isSensitive,
          unknown: slots[channel][shape.dimensionStarts[dimension]],
          noReference: model.noReference ?? loaded.file.noReference[model.id], groups: shown)
      }
    }
    return result
  }

  /// The row that counts those who could answer in a channel.
  func universe(_ channel: Int) -> ReferenceRow? {
    guard let key = shape.channels[channel].universe else { return nil }
    let parts = key.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    return loaded.reference?.row(dimension: parts[0], value: parts[1])
  }

  /// The groups of a dimension with their figures, or `nil` when one of them has none.
  func margin(_ dimension: Int) -> [Int]? {
    let model = shape.dimensions[dimension]
    guard !model.isSensitive, model.noReference == nil, !model.groups.isEmpty else { return nil }
    var figures: [Int] = []
    for group in model.groups {
      let row = loaded.reference?.row(dimension: model.id, value: group.id)
      // A group that the dialogue file says has no figure, such as those too young to be asked.
      if row == nil, loaded.file.noReference["\(model.id)/\(group.id)"] != nil { continue }
      guard let row, row.countHigh == nil else { return nil }
      figures.append(row.count)
    }
    return figures.isEmpty ? nil : figures
  }

  private func key(_ channel: Int, _ dimension: Int, _ group: String) -> String {
    let name = "\(shape.dimensions[dimension].id)/\(group)"
    return channels.count > 1 ? "\(shape.channels[channel].id)/\(name)" : name
  }

  private func assessor(
    _ slots: [[Int]]
  ) -> (assessor: RepresentationAssessor, counts: [GroupCount], family: Int) {
    var counts: [GroupCount] = []
    var mirrors: [String: String] = [:]
    for channel in channels {
      let total = universe(channel)
      for dimension in asked[channel].sorted() {
        let start = shape.dimensionStarts[dimension]
        let model = shape.dimensions[dimension]
        let known = slots[channel][(start + 1)..<(start + 1 + model.groups.count)].reduce(0, +)
        for (index, group) in model.groups.enumerated() {
          let row = loaded.reference?.row(dimension: model.id, value: group.id)
          let hasReference = model.noReference == nil
          if let mirrored = group.mirrorOf {
            mirrors[key(channel, dimension, group.id)] = key(channel, dimension, mirrored)
          }
          var count = GroupCount(
            id: key(channel, dimension, group.id), members: slots[channel][start + index + 1],
            known: known, unknown: slots[channel][start],
            referenceCount: hasReference && total != nil ? row?.count : nil,
            referenceCountHigh: hasReference ? row?.countHigh : nil,
            referenceTotal: total?.count)
          count.isByDesign = shape.channels[channel].selection == .quota
          counts.append(count)
        }
      }
    }
    let assessor = RepresentationAssessor(
      rule: loaded.file.rule, mirrors: mirrors, referenceNoise: noise)
    return (assessor, counts, assessor.family(of: counts).count)
  }
}
