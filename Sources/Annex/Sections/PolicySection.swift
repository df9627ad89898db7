import DialogueModel

extension Composition {
  /// Section 12: the check against the policy.
  mutating func policySection() -> Section {
    var section = Section(id: "s12", number: "12", title: "Kontroll mot policyn")
    guard !content.duties.isEmpty else {
      section.blocks.append(
        .text("Ingen kontroll mot policyn är gjord.", "Uppgift saknas för alla krav."))
      return section
    }
    section.blocks.append(.paragraph(Paragraph(PolicyText.counts(content.duties))))
    section.blocks.append(
      .table(
        Table(
          id: "duties", number: numbers.table(12), title: "Policy för medborgardialog",
          figure: FigureKey.table("duties"),
          unit: ["D-numret är kravets nummer i policyförteckningen."],
          columns: [
            .init("Nr"), .init("Krav"), .init("Styrka"), .init("Bedömning"), .init("Grund"),
          ],
          groups: [
            .init(
              rows: content.duties.map { duty in
                Table.Row(
                  duty.id,
                  [
                    .words(duty.label), .words(Swedish.capitalised(duty.strength)),
                    .status(duty.status),
                    .words(duty.grounds.isEmpty ? Swedish.missing : duty.grounds),
                  ])
              })
          ], isLong: true, isWide: true)))
    return section
  }
}

/// Sentences on the check against the policy.
enum PolicyText {
  static func counts(_ duties: [DutyCheck]) -> [Sentence] {
    func number(_ status: DutyStatus) -> Int { duties.count { $0.status == status } }
    func mark(_ status: DutyStatus, _ one: String, _ many: String) -> [Inline]? {
      let count = number(status)
      guard count > 0 else { return nil }
      return [.mark(FigureKey.duties(status)), .text(" \(count == 1 ? one : many)")]
    }
    let judged = [
      mark(.met, "uppfyllt", "uppfyllda"), mark(.partly, "delvis uppfyllt", "delvis uppfyllda"),
      mark(.notMet, "inte uppfyllt", "inte uppfyllda"),
    ].compactMap(\.self)
    var sentences: [Sentence] = []
    if !judged.isEmpty {
      sentences.append(
        "Av \(.mark(FigureKey.duties, .duties)) är \(SummaryText.joined(judged)).")
    }
    if number(.unknown) > 0 {
      sentences.append(
        "För \(.mark(FigureKey.duties(.unknown), .duties)) saknas uppgift.")
    }
    return sentences
  }
}
