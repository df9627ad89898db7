import DialogueModel

/// Sentences on one proposal.
enum ProposalText {
  /// The reason, the limit, the recipient and the change.
  static func sentences(_ proposal: Response.Proposal, _ influence: Influence) -> [Sentence] {
    var sentences: [Sentence] = []
    sentences.append(
      Sentence(proposal.reason.map(Swedish.sentence) ?? "Skäl: \(Swedish.missing)."))
    if let limit = limit(proposal, influence) { sentences.append(Sentence(limit)) }
    if proposal.outcome == .passedOn || proposal.recipient != nil {
      sentences.append(Sentence(passedOn(proposal)))
    }
    if let change = proposal.change {
      let place = proposal.changePlace.map { " (\($0))" } ?? ""
      sentences.append("Ändring\(place): \(Swedish.lowered(Swedish.sentence(change)))")
    }
    return sentences
  }

  /// The limit that an outcome outside the frame refers to.
  static func limit(_ proposal: Response.Proposal, _ influence: Influence) -> String? {
    guard let id = proposal.limit else {
      return proposal.outcome == .outsideFrame
        ? "Vilken ram som hindrar: \(Swedish.missing)." : nil
    }
    guard let limit = influence.limits.first(where: { $0.id == id }) else {
      return "Ram \(id) finns inte i avsnitt 2."
    }
    return "Ram \(id): \(Swedish.sentence(limit.text))"
  }

  private static func passedOn(_ proposal: Response.Proposal) -> String {
    let recipient = proposal.recipient ?? "mottagare: \(Swedish.missing)"
    guard let date = proposal.passedOn else {
      return "Ska lämnas till \(recipient), datum: \(Swedish.missing)."
    }
    return "Lämnad till \(recipient) den \(Swedish.date(date))."
  }
}
