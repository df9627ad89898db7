import Annex
import DialogueModel
import Representation

/// Compares the target groups of a dialogue with the population: `inspel coverage DIALOGUE`.
public struct DialogueCoverage: Sendable {
  private let dialogue: String

  /// Makes the comparison of a dialogue's folder.
  public init(dialogue: String) { self.dialogue = dialogue }

  /// The comparison of a dialogue.
  public struct Report: Sendable {
    /// The channels that count persons.
    public let channels: [Channel]
    /// The number of tests that the correction is over.
    public let tests: Int
    /// The limits of the classes.
    public let rule: RepresentationRule
    /// What was found on the way.
    public let findings: [Finding]

    /// The result as JSON.
    public func json() throws -> [UInt8] {
      try JSONText.encode(
        CoverageDocument(
          groups: channels.flatMap { channel in
            channel.dimensions.flatMap(\.groups).map {
              CoverageDocument.Group($0.assessment, channel: channel.content.channel)
            }
          }))
    }
  }

  /// The comparison of one channel.
  public struct Channel: Sendable {
    /// The channel's name in Swedish.
    public let label: String
    /// Who could answer, in words.
    public let eligible: String?
    let content: AnnexContent.ChannelCoverage

    /// The number of accepted submissions, each of which stands for one person.
    public var persons: Int { content.persons }
    /// The number of persons who could answer.
    public var referenceTotal: Int? { content.referenceTotal }
    /// The background questions with their groups.
    public var dimensions: [AnnexContent.DimensionCoverage] { content.dimensions }
  }

  /// Reads the dialogue's sources and compares; writes nothing that stays.
  public func execute() throws -> Report {
    let loaded = try LoadedDialogue(path: dialogue)
    let run = try SourceRun(loaded: loaded, workers: nil, registerPath: nil) { _ in }
    let material = try run.execute(at: RunTime.now())
    let compared = Self.compare(material)
    return Report(
      channels: compared.channels, tests: compared.tests, rule: loaded.file.rule,
      findings: material.findings)
  }

  /// Compares the groups of every channel that counts persons.
  ///
  /// The correction is over all of them together: they are tested in one report.
  static func compare(_ material: RunMaterial) -> (channels: [Channel], tests: Int) {
    let shape = material.shape
    let loaded = material.loaded
    var counts: [GroupCount] = []
    var mirrors: [String: String] = [:]
    let counted = shape.channels.indices.filter { shape.channels[$0].countsPersons }
    func key(_ channel: Int, _ dimension: Int, _ group: String) -> String {
      let name = "\(shape.dimensions[dimension].id)/\(group)"
      return counted.count > 1 ? "\(shape.channels[channel].id)/\(name)" : name
    }
    let asked = material.askedDimensions
    for channel in counted {
      let slots = material.figures.groups[channel]
      let total = universe(shape.channels[channel], loaded.reference)
      for dimension in shape.dimensions.indices where asked[channel].contains(dimension) {
        let start = shape.dimensionStarts[dimension]
        let groups = shape.dimensions[dimension].groups
        let known = (1...max(groups.count, 1)).reduce(0) {
          groups.isEmpty ? 0 : $0 + slots[start + $1]
        }
        for (index, group) in groups.enumerated() {
          let row = loaded.reference?.row(
            dimension: shape.dimensions[dimension].id, value: group.id)
          let hasReference = shape.dimensions[dimension].noReference == nil
          if let mirrored = group.mirrorOf {
            mirrors[key(channel, dimension, group.id)] = key(channel, dimension, mirrored)
          }
          counts.append(
            GroupCount(
              id: key(channel, dimension, group.id), members: slots[start + index + 1],
              known: known, unknown: slots[start],
              referenceCount: hasReference && total != nil ? row?.count : nil,
              referenceCountHigh: hasReference ? row?.countHigh : nil,
              referenceTotal: total?.count))
        }
      }
    }
    let assessor = RepresentationAssessor(rule: loaded.file.rule, mirrors: mirrors)
    let assessed = assessor.assess(counts)
    var byId: [String: GroupAssessment] = [:]
    for assessment in assessed { byId[assessment.count.id] = assessment }
    let channels = counted.map { channel in
      let total = universe(shape.channels[channel], loaded.reference)
      var dimensions: [AnnexContent.DimensionCoverage] = []
      for dimension in shape.dimensions.indices where asked[channel].contains(dimension) {
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
        dimensions.append(
          AnnexContent.DimensionCoverage(
            id: model.id, label: model.label, isSensitive: model.isSensitive,
            unknown: material.figures.groups[channel][shape.dimensionStarts[dimension]],
            noReference: model.noReference ?? loaded.file.noReference[model.id], groups: shown))
      }
      let dated = loaded.reference?.rows.first { $0.dimension == "total" }
      return Channel(
        label: shape.channels[channel].label, eligible: shape.channels[channel].eligible,
        content: AnnexContent.ChannelCoverage(
          channel: shape.channels[channel].id, persons: material.figures.byChannel[channel],
          referenceTotal: total?.count, referenceLabel: shape.channels[channel].eligible,
          referenceSource: (total ?? dated).map { "\($0.source), \($0.table)" },
          referenceDate: (total ?? dated)?.date, dimensions: dimensions))
    }
    return (channels, assessor.family(of: counts).count)
  }

  /// The row that counts those who could answer in a channel.
  private static func universe(
    _ channel: Channel.Model, _ reference: ReferencePopulation?
  ) -> ReferenceRow? {
    guard let key = channel.universe else { return nil }
    let parts = key.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    return reference?.row(dimension: parts[0], value: parts[1])
  }
}

extension DialogueCoverage.Channel {
  typealias Model = DialogueModel.Channel
}
