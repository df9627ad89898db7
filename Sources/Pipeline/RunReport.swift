import DialogueModel

/// What a run did, for whoever asked for it.
public struct RunReport: Sendable {
  /// The case's registry number.
  public let registryNumber: String
  /// The dialogue's title.
  public let title: String
  /// The account of all sources.
  public let account: AccountDocument
  /// The number of viewpoints.
  public let viewpoints: Int
  /// The number of tags.
  public let tags: Int
  /// The number of themes with at least one viewpoint.
  public let themesWithViewpoints: Int
  /// The number of those that have a comment and a proposal.
  public let themesAnswered: Int
  /// How many of the policy's duties have each status.
  public let policy: [DutyStatus: Int]
  /// What was found.
  public let findings: [Finding]
  /// What stands in the way of publishing.
  public let blockers: [Finding]
  /// The path of the internal annex.
  public let annexPath: String
  /// The path of the public annex, when it was written.
  public let publicPath: String?

  /// Whether `public/` was written.
  public var isPublished: Bool { publicPath != nil }

  init(
    material: RunMaterial, documents: RunDocuments, blockers: [Finding], path: String,
    sinceLastRun: [Finding]
  ) {
    let dialogue = material.loaded.file.dialogue
    registryNumber = dialogue.decisionCase.registryNumber
    title = dialogue.title
    account = AccountDocument(material.account)
    viewpoints = material.figures.viewpoints
    tags = material.figures.tags
    let spoken = zip(material.shape.themes, material.figures.themeViewpoints)
      .filter { $0.1 > 0 }.map(\.0.key)
    themesWithViewpoints = spoken.count
    themesAnswered = material.loaded.responses.count {
      spoken.contains($0.theme) && $0.comment != nil && !$0.proposals.isEmpty
    }
    var policy: [DutyStatus: Int] = [:]
    for duty in documents.duties { policy[duty.status, default: 0] += 1 }
    self.policy = policy
    findings = material.findings + sinceLastRun
    self.blockers = blockers
    annexPath = path + "/internal/annex.html"
    publicPath = blockers.isEmpty ? path + "/public/annex.html" : nil
  }

  /// The result as JSON.
  public func json() throws -> [UInt8] {
    try JSONText.encode(
      Document(
        annex: annexPath, publicAnnex: publicPath, registryNumber: registryNumber,
        account: account, viewpoints: viewpoints, tags: tags,
        blockers: blockers.map(FindingDocument.init),
        findings: findings.map(FindingDocument.init)))
  }

  private struct Document: Encodable {
    let annex: String
    let publicAnnex: String?
    let registryNumber: String
    let account: AccountDocument
    let viewpoints: Int
    let tags: Int
    let blockers: [FindingDocument]
    let findings: [FindingDocument]
  }
}
