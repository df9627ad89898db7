import DialogueModel

/// Finds groups without a reference figure, and figures that contradict each other.
struct ReferenceCheck {
  let file: String
  let population: ReferencePopulation
  let dimensions: [TargetGroupDimension]
  let noReference: [String: String]

  func findings() -> [Finding] {
    dimensions.flatMap { missing($0) + tooLarge($0) }
  }

  private func missing(_ dimension: TargetGroupDimension) -> [Finding] {
    if dimension.noReference != nil || noReference[dimension.id] != nil { return [] }
    let without = dimension.groups.filter {
      population.row(dimension: dimension.id, value: $0.id) == nil
        && noReference["\(dimension.id)/\($0.id)"] == nil
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

  private func tooLarge(_ dimension: TargetGroupDimension) -> [Finding] {
    let totals = population.rows.filter { $0.dimension == ReferencePopulationFile.total }
    guard let largest = totals.map({ $0.countHigh ?? $0.count }).max() else { return [] }
    let sum = population.rows.filter { $0.dimension == dimension.id }.reduce(0) {
      let (sum, isTooLarge) = $0.addingReportingOverflow($1.count)
      return isTooLarge ? Int.max : sum
    }
    guard sum > largest else { return [] }
    return [
      Finding(
        .referenceSum, at: Place(file: file),
        "the groups of dimension \"\(dimension.id)\" are \(sum), of a population of \(largest)",
        consequence: "Shares would add up to more than the whole.",
        remedy: "Use figures for the same population and the same day.")
    ]
  }
}
