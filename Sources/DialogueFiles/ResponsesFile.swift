import DialogueModel

/// The officials' comments and proposals, theme by theme (`responses.yaml`).
public struct ResponsesFile: Sendable, Equatable {
  /// The responses, in the file's order.
  public var responses: [Response]
  /// The line of every response, by theme.
  public var lines: [String: Int]

  /// The keys that the file may have, by block.
  public static let keys: [String: [String]] = [
    "": ["responses"],
    "responses[]": ["theme", "comment", "author", "proposals"],
    "responses[].proposals[]": [
      "about", "outcome", "reason", "limit", "recipient", "passedOn", "change", "changePlace",
    ],
  ]

  /// Reads a file of responses.
  ///
  /// - Parameters:
  ///   - text: The file's text.
  ///   - file: The file's name for findings.
  ///   - codebook: The codebook, whose themes the responses must be for; `nil` checks none.
  ///   - limits: The dialogue's limits, which outcomes outside the frame name; `nil` checks none.
  /// - Returns: The responses, and what was found.
  public static func load(
    text: String, file: String, codebook: Codebook? = nil, limits: [FrameLimit]? = nil
  ) -> (ResponsesFile?, [Finding]) {
    YAMLFile.read(text, file: file, title: "the file of responses", keys: keys[""] ?? []) { root in
      var result = ResponsesFile(responses: [], lines: [:])
      let blocks = root.blocks("responses", keys: keys["responses[]"] ?? [])
      _ = blocks.unique("theme")
      for block in blocks {
        guard let response = response(block, codebook, limits) else { continue }
        result.responses.append(response)
        result.lines[response.theme] = block.line
      }
      return result
    }
  }

  private static func response(
    _ part: YAMLBlock, _ codebook: Codebook?, _ limits: [FrameLimit]?
  ) -> Response? {
    let theme = part.requiredString("theme")
    var response = Response(theme: theme ?? "")
    response.comment = part.string("comment")
    response.author = part.string("author")
    response.proposals = part.blocks(
      "proposals", keys: keys["responses[].proposals[]"] ?? []
    ).compactMap { proposal($0, limits) }
    if let theme, let themes = codebook?.themes.map(\.key), !themes.contains(theme) {
      let shown = ShownName.quoted(theme).map { " \($0)" } ?? ""
      let nearest = NearestKey.to(theme, among: themes)
      part.context.report(
        .responseTheme, line: part.line(of: "theme"), key: part.pathOf("theme"),
        "\(part.path) is for the theme\(shown), which the codebook does not have",
        consequence: nearest.map { "The nearest name is \"\($0)\"." } ?? "",
        remedy: "Use the key of a theme in the codebook.")
    }
    return theme == nil ? nil : response
  }

  private static func proposal(
    _ part: YAMLBlock, _ limits: [FrameLimit]?
  ) -> Response.Proposal? {
    let outcome = part.require("outcome") ? part.choice("outcome", ProposedOutcome.self) : nil
    var proposal = Response.Proposal(outcome: outcome ?? .granted)
    proposal.about = part.string("about")
    proposal.reason = part.string("reason")
    proposal.limit = part.string("limit")
    proposal.recipient = part.string("recipient")
    proposal.passedOn = part.date("passedOn")
    proposal.change = part.string("change")
    proposal.changePlace = part.string("changePlace")
    guard outcome != nil else { return nil }
    check(proposal, part, limits)
    return proposal
  }

  private static func check(
    _ proposal: Response.Proposal, _ part: YAMLBlock, _ limits: [FrameLimit]?
  ) {
    func warn(_ code: FindingCode, _ key: String, _ words: String, _ remedy: String) {
      part.context.report(
        code, line: part.line(of: key), key: part.pathOf(key), "\(part.path) \(words)",
        remedy: remedy)
    }
    if proposal.outcome == .outsideFrame, proposal.limit == nil {
      warn(
        .responseLimit, "limit", "is outside the frame and names no limit",
        "Add limit with the key of one of influence.limits.")
    }
    if let limit = proposal.limit, let limits, !limits.contains(where: { $0.id == limit }) {
      warn(
        .responseLimit, "limit", "names a limit that the dialogue file does not have",
        "Use one of: \(limits.map(\.id).joined(separator: ", ")).")
    }
    if proposal.outcome == .passedOn, proposal.recipient == nil {
      warn(
        .responseRecipient, "recipient", "is passed on and does not say to whom", "Add recipient.")
    }
    if proposal.outcome == .notGranted, proposal.reason == nil {
      warn(.responseReason, "reason", "is not granted and gives no reason", "Add reason.")
    }
  }
}
