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
          }, overall: channels.flatMap(\.overall),
          activities: channels.flatMap { channel in
            channel.content.stages.map { StageDocument($0, channel: channel.content.channel) }
          },
          weights: channels.compactMap { channel in
            channel.content.weighting.map {
              WeightsDocument($0, channel: channel.content.channel)
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

    /// How it stood after each activity; empty when there is but one.
    public var stages: [AnnexContent.Stage] { content.stages }
    /// The measures of whole background questions, in words for a terminal.
    public var overallWords: [String] { overall.map(\.words) }

    var overall: [OverallDocument] {
      dimensions.compactMap { dimension in
        OverallMeasures.assess(dimension).map {
          OverallDocument(
            $0, groups: dimension.groups.map(\.id), channel: content.channel,
            dimension: dimension.id)
        }
      }
    }

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
    let compared = Self.compare(
      material, ClosedTables(material, CoverageComparison(material)))
    return Report(
      channels: compared.channels, tests: compared.tests, rule: loaded.file.rule,
      findings: material.findings + CoverageComparison(material).findings(material.figures))
  }

  /// Compares the groups of every channel that counts persons.
  ///
  /// The correction is over all of them together: they are tested in one report.
  static func compare(
    _ material: RunMaterial, _ closed: ClosedTables
  ) -> (channels: [Channel], tests: Int) {
    let shape = material.shape
    let loaded = material.loaded
    let comparison = CoverageComparison(material)
    let dimensions = comparison.dimensions(material.figures.groups)
    let progress = ActivityProgress(material, comparison)
    let dated = loaded.reference?.rows.first { $0.dimension == "total" }
    let channels = comparison.channels.map { channel in
      let total = comparison.universe(channel)
      var content = AnnexContent.ChannelCoverage(
        channel: shape.channels[channel].id,
        persons: material.figures.byChannel[channel] - material.figures.organisations[channel],
        organisations: material.figures.organisations[channel],
        selection: shape.channels[channel].selection,
        referenceTotal: total?.count, referenceLabel: shape.channels[channel].eligible,
        referenceSource: (total ?? dated).map { "\($0.source), \($0.table)" },
        referenceDate: (total ?? dated)?.date, dimensions: dimensions[channel] ?? [])
      content.stages = progress.stages(channel)
      content.weighting = closed.weights[channel]?.content
      content.balances = content.dimensions.compactMap { OverallMeasures.balance($0) }
      return Channel(
        label: shape.channels[channel].label, eligible: shape.channels[channel].eligible,
        content: content)
    }
    return (channels, comparison.tests(material.figures.groups))
  }
}
