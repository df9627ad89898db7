import DialogueModel

/// Finds groups without a reference figure, and figures that contradict each other.
struct ReferenceCheck {
  let file: String
  let reference: ReferencePopulationFile
  let dimensions: [TargetGroupDimension]
  let noReference: [String: String]

  private var population: ReferencePopulation { reference.population }

  func findings() -> [Finding] {
    unknownUniverses() + dimensions.flatMap { missing($0) + tooLarge($0) }
  }

  /// Rows of a population that is not in the file.
  private func unknownUniverses() -> [Finding] {
    let totals = Set(population.rows.filter { $0.universe == nil }.map(Self.name))
    return zip(population.rows, reference.lines).compactMap { row, line in
      guard let universe = row.universe, !totals.contains(universe) else { return nil }
      return Finding(
        .groupReferenceUnknown,
        at: Place(file: file, line: line, column: ReferencePopulationFile.universeColumn),
        "the row is of a population that the file does not have",
        consequence: "It is compared with nobody.",
        remedy: "Write it as a channel's universe does, such as total/16+, and add its row.")
    }
  }

  private static func name(_ row: ReferenceRow) -> String { "\(row.dimension)/\(row.value)" }

  private func missing(_ dimension: TargetGroupDimension) -> [Finding] {
    if dimension.noReference != nil || noReference[dimension.id] != nil { return [] }
    let without = dimension.groups.filter { group in
      !population.rows.contains { $0.dimension == dimension.id && $0.value == group.id }
        && noReference["\(dimension.id)/\(group.id)"] == nil
    }
    if without.isEmpty { return [] }
    // When nothing of a dimension is there, one finding says so, and not one for each group.
    let isWhole = !population.rows.contains { $0.dimension == dimension.id }
    let names = isWhole ? [dimension.id] : without.map { "\(dimension.id)/\($0.id)" }
    return names.map { name in
      Finding(
        .groupReferenceMissing, at: Place(file: file),
        "\(isWhole ? "dimension" : "group") \"\(name)\" has no reference figure",
        consequence: "It will be shown as a count, and no comparison is made.",
        remedy: "Add a row, or give the reason in dialogue.yaml: noReference: {\(name): …}.")
    }
  }

  /// The groups of a dimension that are more than the population they are of, or where the rows
  /// name none, more than the largest.
  private func tooLarge(_ dimension: TargetGroupDimension) -> [Finding] {
    let own = population.rows.filter { $0.dimension == dimension.id }
    var universes: [String?] = []
    for row in own where !universes.contains(row.universe) { universes.append(row.universe) }
    return universes.compactMap { universe in
      let totals = population.rows.filter {
        universe == nil
          ? $0.dimension == ReferencePopulationFile.total : Self.name($0) == universe
      }
      guard let largest = totals.map({ $0.countHigh ?? $0.count }).max() else { return nil }
      let sum = own.filter { $0.universe == universe }.reduce(0) {
        let (sum, isTooLarge) = $0.addingReportingOverflow($1.count)
        return isTooLarge ? Int.max : sum
      }
      guard sum > largest else { return nil }
      return Finding(
        .referenceSum, at: Place(file: file),
        "the groups of dimension \"\(dimension.id)\" are \(sum), of a population of \(largest)",
        consequence: "Shares would add up to more than the whole.",
        remedy: "Use figures for the same population and the same day.")
    }
  }
}
