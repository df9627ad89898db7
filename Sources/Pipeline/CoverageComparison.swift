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
    let tested = Set(assessor.family(of: counts).map { counts[$0].id })
    var result: [Int: [AnnexContent.DimensionCoverage]] = [:]
    for channel in channels {
      result[channel] = asked[channel].sorted().map { dimension in
        let model = shape.dimensions[dimension]
        let groups = model.groups.compactMap { group in
          byId[key(channel, dimension, group.id)].map { assessment in
            // A group that was tested on its own, or not at all, is nobody's other side.
            let isMirror = assessment.pTwoSided != nil && !tested.contains(assessment.count.id)
            return AnnexContent.GroupCoverage(
              id: group.id, label: group.label, assessment: assessment,
              mirrorOf: isMirror ? group.mirrorOf : nil)
          }
        }
        // Groups that nobody named and that no figure compares say nothing.
        let shown = groups.filter {
          $0.assessment.count.members > 0 || $0.assessment.count.referenceCount != nil
        }
        return AnnexContent.DimensionCoverage(
          id: model.id, label: model.label, isSensitive: model.isSensitive,
          unknown: slots[channel][shape.dimensionStarts[dimension]],
          noReference: reasonForNone(dimension, channel), groups: shown)
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

  /// What is said of a question whose figures are of another population than the channel's.
  static let otherPopulation = RepresentationNote.otherPopulation.words

  /// The figure of a group in a channel.
  func row(_ dimension: Int, _ group: TargetGroup, _ channel: Int) -> ReferenceRow? {
    loaded.figure(
      shape.dimensions[dimension].id, group.id, universe: shape.channels[channel].universe)
  }

  /// Whether weights can be made from a dimension in a channel.
  func canWeight(_ dimension: Int, _ channel: Int) -> Bool {
    loaded.canWeight(shape.dimensions[dimension], universe: shape.channels[channel].universe)
  }

  /// Why no group of a dimension has a figure in a channel; `nil` where some have.
  private func reasonForNone(_ dimension: Int, _ channel: Int) -> String? {
    if isOfOthers(dimension, channel) { return Self.otherPopulation }
    let model = shape.dimensions[dimension]
    let hasFigures = model.groups.contains { row(dimension, $0, channel) != nil }
    return hasFigures ? nil : model.noReference
  }

  /// Whether a dimension's figures cannot be of those who could answer in a channel: all of its
  /// groups have one, or a reason not to, and they do not sum to the channel's population.
  ///
  /// The published figures may each be a little off; so far they may differ: three persons for
  /// each, and half a percent.
  func isOfOthers(_ dimension: Int, _ channel: Int) -> Bool {
    guard let total = universe(channel) else { return false }
    let model = shape.dimensions[dimension]
    let rows = model.groups.compactMap { row(dimension, $0, channel) }
    let excused = model.groups.filter {
      loaded.noReference["\(model.id)/\($0.id)"] != nil && row(dimension, $0, channel) == nil
    }
    guard rows.count > 1, rows.count + excused.count == model.groups.count,
      rows.allSatisfy({ $0.countHigh == nil })
    else { return false }
    let sum = rows.reduce(0) { $0 + $1.count }
    let room = max(RepresentationRule.standardNoise * (rows.count + 1), total.count / 200)
    return abs(sum - total.count) > room
  }

  /// What is wrong between the reference and the channels, one finding for each question, and
  /// between a draw and those who answered.
  func findings(_ figures: CountedFigures) -> [Finding] {
    channels.compactMap { channel in
      let model = shape.channels[channel]
      guard model.selection == .probability, let drawn = model.drawn else { return nil }
      let answered = figures.voices[channel]
      let most = universe(channel)?.count ?? .max
      guard answered > drawn || drawn > most else { return nil }
      return Finding(
        .yamlValueInvalid, at: Place(file: loaded.dialogueFile), severity: .warning,
        answered > drawn
          ? "\(answered) answered in the channel \(model.id), and \(drawn) were drawn"
          : "more were drawn for the channel \(model.id) than could answer there",
        consequence: "Its closed answers get no margin of error.",
        remedy: "Correct drawn: the number of persons that the question was sent to.")
    }
      + channels.flatMap { channel in
        asked[channel].sorted().filter { isOfOthers($0, channel) }.map { dimension in
          Finding(
            .referenceSum, at: Place(file: loaded.file.reference ?? loaded.dialogueFile),
            "the figures of \(shape.dimensions[dimension].id) do not sum to the population of the "
              + "channel \(shape.channels[channel].id)",
            consequence: "Its groups are counted in the channel and not compared.",
            remedy: "Give figures for those who could answer there, or correct the universe.")
        }
      }
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
          let row = isOfOthers(dimension, channel) ? nil : row(dimension, group, channel)
          if let mirrored = group.mirrorOf {
            mirrors[key(channel, dimension, group.id)] = key(channel, dimension, mirrored)
          }
          var count = GroupCount(
            id: key(channel, dimension, group.id), members: slots[channel][start + index + 1],
            known: known, unknown: slots[channel][start],
            referenceCount: total != nil ? row?.count : nil,
            referenceCountHigh: row?.countHigh,
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
