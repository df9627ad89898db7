import Annex
import DialogueModel

/// Turns what was counted of closed questions into the tables of the annex.
struct ClosedTables {
  /// The name of the row that holds rare answers which no form is known to have offered; the second
  /// where the first is an answer.
  static let others = ["Andra svar", "Andra svar, sammanlagda"]

  let material: RunMaterial
  /// The weights of each channel that counts persons.
  let weights: [Int: ChannelWeights]

  init(_ material: RunMaterial, _ comparison: CoverageComparison) {
    self.material = material
    let asked = Set(material.figures.closed.map(\.channel))
    weights = Dictionary(
      uniqueKeysWithValues: comparison.channels.filter(asked.contains).map {
        ($0, ChannelWeights($0, material, comparison))
      })
  }

  /// The questions in the order of the dialogue file's list, the others after them in the order
  /// of the sources.
  func tables(_ edition: AnnexContent.Edition) -> [AnnexContent.ClosedAnswers] {
    let known = material.loaded.file.questions
    let order = material.figures.closed.enumerated().sorted { left, right in
      func rank(_ item: (offset: Int, element: ClosedTally)) -> (Int, Int) {
        (known.firstIndex { $0.column == item.element.name } ?? known.count, item.offset)
      }
      return rank(left) < rank(right)
    }
    return order.map { table($0.element, edition) }
  }

  private func table(
    _ tally: ClosedTally, _ edition: AnnexContent.Edition
  ) -> AnnexContent.ClosedAnswers {
    let shape = material.shape
    let described = material.loaded.file.questions.first { $0.column == tally.name }
    let limit = material.loaded.file.rule.smallestCount
    let declared = described?.answers ?? []
    let isPublic = edition == .public
    var options = tally.options
    var others: ClosedTally.Option?
    let taken = declared + tally.options.map { String(decoding: $0.answer, as: UTF8.self) }
    let name = Self.others.first { !taken.contains($0) } ?? "–"
    if isPublic {
      // Words that few wrote, and that the form is not known to have offered, may be somebody's
      // own.
      func isRare(_ option: ClosedTally.Option) -> Bool {
        option.count < limit && !declared.contains(String(decoding: option.answer, as: UTF8.self))
      }
      for option in options where isRare(option) {
        var sum =
          others
          ?? ClosedTally.Option(
            answer: Array(name.utf8), slots: option.groups.count,
            cells: option.cells.count)
        sum.add(option)
        others = sum
      }
      options.removeAll(where: isRare)
    }
    func rank(_ option: ClosedTally.Option) -> (Int, Int) {
      let label = String(decoding: option.answer, as: UTF8.self)
      // In public the order must not tell which of two hidden counts is larger.
      return (declared.firstIndex(of: label) ?? declared.count, isPublic ? 0 : -option.count)
    }
    let sorted = options.enumerated().sorted {
      let (left, right) = (rank($0.element), rank($1.element))
      return left == right ? $0.offset < $1.offset : left < right
    }.map(\.element)
    // An answer that the form offers and nobody chose is a result too.
    let missing = declared.filter { label in
      !tally.options.contains { $0.answer.elementsEqual(label.utf8) }
    }.map { label -> (Int, AnnexContent.ClosedAnswers.Option) in
      (declared.firstIndex(of: label) ?? 0, .init(label: label, count: 0))
    }
    // From a share and its weighted form a reader could work out how few of a group chose an
    // answer, and from all the others the one that is withheld: they are published together, and
    // only where no such number is small.
    let showsWeights = !isPublic || !hasSmallGroup(tally)
    var shown = sorted.map { option($0, tally, showsWeights) }
    for (place, option) in missing where !tally.isOpen {
      shown.insert(option, at: min(place, shown.count))
    }
    if let others { shown.append(option(others, tally, showsWeights)) }
    return AnnexContent.ClosedAnswers(
      channel: shape.channels[tally.channel].id, name: tally.name,
      label: described?.label ?? tally.name, asked: tally.asked,
      organisations: tally.organisations,
      answered: tally.answered.count, answeredGroups: groups(tally.answered), options: shown,
      isOpen: tally.isOpen, isWeighted: isWeighted(tally))
  }

  private func isWeighted(_ tally: ClosedTally) -> Bool {
    !tally.isOpen && tally.answered.count > 0
      && weights[tally.channel].map { $0.content.refusal == nil } == true
  }

  private func option(
    _ option: ClosedTally.Option, _ tally: ClosedTally, _ showsWeights: Bool
  ) -> AnnexContent.ClosedAnswers.Option {
    var shown = AnnexContent.ClosedAnswers.Option(
      label: String(decoding: option.answer, as: UTF8.self), count: option.count,
      groups: groups(option))
    if showsWeights {
      let weighted = weights[tally.channel]?.share(of: option, answered: tally.answered)
      shown.weighted = weighted?.share
      shown.error = weighted?.error
    }
    return shown
  }

  /// Whether few of a group chose one of the answers, or did not, among those weighted by.
  private func hasSmallGroup(_ tally: ClosedTally) -> Bool {
    let shape = material.shape
    let limit = max(material.loaded.file.rule.smallestCount, 1)
    func isSmall(_ count: Int) -> Bool { (1..<limit).contains(count) }
    return shape.cellSteps.contains { dimension, _ in
      let start = shape.dimensionStarts[dimension]
      let slots = start...(start + shape.dimensions[dimension].groups.count)
      guard slots.upperBound < tally.answered.groups.count else { return false }
      return slots.contains { slot in
        let answered = tally.answered.groups[slot]
        return isSmall(answered)
          || tally.options.contains { option in
            isSmall(option.groups[slot]) || isSmall(answered - option.groups[slot])
          }
      }
    }
  }

  private func groups(_ option: ClosedTally.Option) -> [String: Int] {
    guard !option.groups.isEmpty else { return [:] }
    let shape = material.shape
    var groups: [String: Int] = [:]
    for (dimension, start) in shape.dimensionStarts.enumerated()
    where !shape.dimensions[dimension].isSensitive {
      let model = shape.dimensions[dimension]
      groups[FigureShape.unknownKey(model.id)] = option.groups[start]
      for (place, group) in model.groups.enumerated() {
        groups["\(model.id)/\(group.id)"] = option.groups[start + place + 1]
      }
    }
    return groups
  }
}
