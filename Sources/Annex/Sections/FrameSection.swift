import DialogueModel

extension Composition {
  /// Section 2: purpose, frame and what could be influenced.
  mutating func frameSection() -> Section {
    func prose(_ words: String?, _ name: String) -> Sentence {
      words.map { Sentence(Swedish.sentence($0)) } ?? Sentence("\(name): \(Swedish.missing).")
    }
    var section = Section(
      id: "s2", number: "2", title: "Syfte, ramar och vad som går att påverka",
      blocks: [
        .text(prose(dialogue.purpose, "Syfte"), prose(dialogue.need, "Vad som behövde utredas"))
      ])
    let influence = dialogue.influence
    section.parts = [
      part("s2-open", "Det gick att påverka", influence.open.map { [.text($0)] }),
      part(
        "s2-limits", "Det gick inte att påverka",
        influence.limits.map { [.strong("\($0.id)."), .text(" \($0.text)")] }),
      part("s2-goals", "Mål som dialogen knyter an till", dialogue.goals.map { [.text($0)] }),
      Section(
        id: "s2-handling", number: nil, title: "Så skulle synpunkterna hanteras",
        blocks: [
          .text(prose(dialogue.handlingNotice, "Vad deltagarna fick veta om hanteringen"))
        ]),
    ]
    return section
  }

  private func part(_ id: String, _ title: String, _ items: [[Inline]]) -> Section {
    Section(
      id: id, number: nil, title: title,
      blocks: items.isEmpty
        ? [.text(Sentence(Swedish.capitalised(Swedish.missing) + "."))]
        : [.list(items.map { Paragraph([Sentence($0)]) })])
  }
}
