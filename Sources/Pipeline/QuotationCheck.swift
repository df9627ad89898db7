import Annex
import DialogueModel
import Register

/// Looks up every cleared quotation in the register: a quotation that is not word for word in
/// the submission's masked text is not printed.
struct QuotationCheck {
  let loaded: LoadedDialogue
  let registerPath: String

  func execute() throws(InspelError) -> (
    quotations: [AnnexContent.ClearedQuotation], findings: [Finding]
  ) {
    guard !loaded.quotations.isEmpty else { return ([], []) }
    let register = try RegisterReader(path: registerPath)
    let sources = try register.sources()
    var quotations: [AnnexContent.ClearedQuotation] = []
    var findings: [Finding] = []
    let prefix = loaded.file.dialogue.idPrefix
    let numbers = loaded.quotations.map { clearance in
      PublicNumber(clearance.submission, prefix: prefix).map { Int($0.value) }
    }
    let submissions = try register.submissions(numbers: Set(numbers.compactMap(\.self)))
    for (clearance, number) in zip(loaded.quotations, numbers) {
      guard let submission = number.flatMap({ submissions[$0] }) else {
        findings.append(notFound(clearance, "there is no submission \(clearance.submission)"))
        continue
      }
      let viewpoints = try register.viewpoints(of: submission.sequence)
      guard viewpoints.contains(where: { $0.text.contains(clearance.text) }) else {
        findings.append(
          notFound(clearance, "the quotation is not in the text of \(clearance.submission)"))
        continue
      }
      guard sources.indices.contains(submission.source - 1) else { continue }
      let channel = loaded.channels.first { $0.id == sources[submission.source - 1].channel }
      let isNote = submission.flags.contains(.paraphrase)
      quotations.append(
        AnnexContent.ClearedQuotation(
          theme: clearance.theme, submission: clearance.submission, maskedText: clearance.text,
          channel: channel?.label ?? "",
          sender: isNote ? "minnesanteckning" : channel?.sender ?? "privatperson"))
    }
    return (quotations, findings)
  }

  private func notFound(_ clearance: QuotationClearance, _ summary: String) -> Finding {
    Finding(
      .quotationNotFound, at: Place(file: loaded.file.quotations ?? "quotations.yaml"), summary,
      consequence: "It is not printed, and public/ is not written.",
      remedy: "Copy the passage word for word from inspel trace --show-text, or remove it.")
  }
}
