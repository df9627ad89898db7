import DialogueModel

/// Finds rows of the reference population that nothing is compared with, so that none is passed
/// over in silence.
///
/// A reason for a missing figure that came with the target groups gives way to a row: whoever has a
/// figure adds it. A reason that the dialogue itself gives does not, and the two contradict each
/// other.
struct ReferenceUse {
  /// The name of the file of the reference population.
  let file: String
  /// The reference population with its lines.
  let reference: ReferencePopulationFile
  /// The dialogue.
  let dialogue: DialogueFile

  func findings() -> [Finding] {
    let universes = Set(dialogue.dialogue.channels.compactMap(\.universe))
    var findings: [Finding] = []
    // Rows with the same fault are told together, at the first of them.
    var unused: [(key: String, line: Int, count: Int, row: ReferenceRow)] = []
    for (row, line) in zip(reference.population.rows, reference.lines) {
      let name = "\(row.dimension)/\(row.value)"
      if row.universe == nil, universes.contains(name) { continue }
      if row.dimension != ReferencePopulationFile.total, row.universe == nil,
        let excused = [row.dimension, name].first(where: { dialogue.noReference[$0] != nil })
      {
        findings.append(contradiction(excused, line))
      } else if !isUsed(row) {
        let key = "\(row.dimension) \(row.universe ?? "")"
        if let place = unused.firstIndex(where: { $0.key == key }) {
          unused[place].count += 1
        } else {
          unused.append((key, line, 1, row))
        }
      }
    }
    return findings + unused.map { self.unused($0.row, count: $0.count, line: $0.line) }
  }

  /// Whether some channel that counts persons compares with the row.
  private func isUsed(_ row: ReferenceRow) -> Bool {
    dialogue.sources.contains { source in
      guard source.background[row.dimension] != nil,
        let channel = dialogue.dialogue.channels.first(where: { $0.id == source.channel }),
        channel.countsPersons, let universe = channel.universe
      else { return false }
      return reference.population.row(
        dimension: row.dimension, value: row.value, universe: universe) == row
    }
  }

  private func contradiction(_ name: String, _ line: Int) -> Finding {
    Finding(
      .referenceContradicted, at: Place(file: file, line: line),
      "dialogue.yaml gives a reason why \(name) has no figure, and here is one",
      consequence: "The row is not used.",
      remedy: "Remove noReference: {\(name): …} from dialogue.yaml, or remove the row.")
  }

  private func unused(_ row: ReferenceRow, count: Int, line: Int) -> Finding {
    let isTotal = row.dimension == ReferencePopulationFile.total
    let rows = count == 1 ? "a row" : "\(count) rows"
    return Finding(
      .referenceUnused, at: Place(file: file, line: line),
      isTotal
        ? "\(rows) of \(row.dimension) \(count == 1 ? "is" : "are") no channel's universe"
        : "no channel that counts persons is compared with \(rows) of \(row.dimension)"
          + (row.universe.map { " for \(ShownName.quoted($0) ?? "its universe")" } ?? ""),
      consequence: "Nothing is compared with \(count == 1 ? "it" : "them").",
      remedy: isTotal
        ? "Nothing, if that is meant; else name it as universe of a channel."
        : "Nothing, if that is meant; else name the question under sources[].background, and the "
          + "channel's universe.")
  }
}
