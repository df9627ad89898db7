/// A population by participants, crossed by several variables: what R-indicators need.
///
/// A municipality has it where those who took part are known in a register. With totals for each
/// variable only, ``OverallAssessor`` gives the R-indicator of one variable; what a variable
/// contributes beside the others then cannot be known.
///
/// **Limits.** At most ``largestVariables`` variables, ``largestCells`` cells,
/// ``largestParameters`` parameters (the categories of all variables of the model, less one for
/// each variable, and one) and ``Hypergeometric/largestPopulation`` inhabitants; beyond them the
/// answer is ``ParticipationObstacle/tooLarge``.
public struct ParticipationTable: Sendable, Equatable {
  /// The largest number of variables.
  public static let largestVariables = 10
  /// The largest number of cells.
  public static let largestCells = 100_000
  /// The largest number of parameters of a model.
  public static let largestParameters = 200

  /// The variables, such as age and sex.
  public var variables: [String]
  /// The cells; a combination without inhabitants can be left out.
  public var cells: [ParticipationCell]

  /// Makes a table.
  public init(variables: [String], cells: [ParticipationCell]) {
    self.variables = variables
    self.cells = cells
  }

  /// Fits the logistic model with main effects of the variables, and computes its R-indicator
  /// and the partial indicators.
  ///
  /// - Parameter chosen: The variables of the model, all of the table's unless given. The cells
  ///   of the others are taken together.
  /// - Returns: The model, or why there is none. It is never one of rates that did not settle.
  public func model(
    of chosen: [String]? = nil
  ) -> Result<ParticipationModel, ParticipationObstacle> {
    let chosen = chosen ?? variables
    if let obstacle = obstacle(chosen) { return .failure(obstacle) }
    let columns = chosen.compactMap { variables.firstIndex(of: $0) }
    var inhabited: [[String]: (population: Int, participants: Int)] = [:]
    for cell in cells where cell.population > 0 {
      let key = columns.map { cell.categories[$0] }
      let before = inhabited[key] ?? (0, 0)
      inhabited[key] = (
        before.population + cell.population, before.participants + cell.participants
      )
    }
    // Sorted, so that the order of the cells changes no figure, not even in its last digit.
    let keys = inhabited.keys.sorted { $0.lexicographicallyPrecedes($1) }
    let counts = keys.map { inhabited[$0] ?? (0, 0) }
    let population = counts.reduce(0) { $0 + $1.population }
    let participants = counts.reduce(0) { $0 + $1.participants }
    if participants == 0 { return .failure(.noParticipants) }
    if participants == population { return .failure(.everybodyParticipated) }

    var firstParameter = 1
    var parameters = keys.map { _ in [0] }
    for column in chosen.indices {
      let levels = Set(keys.map { $0[column] }).sorted()
      if levels.count < 2 { return .failure(.singleCategory) }
      let places = Dictionary(uniqueKeysWithValues: zip(levels, 0...))
      var totals = [(population: Int, participants: Int)](repeating: (0, 0), count: levels.count)
      for (index, key) in keys.enumerated() {
        guard let place = places[key[column]] else { continue }
        totals[place].population += counts[index].population
        totals[place].participants += counts[index].participants
        if place > 0 { parameters[index].append(firstParameter + place - 1) }
      }
      if totals.contains(where: { $0.participants == 0 || $0.participants == $0.population }) {
        return .failure(.separated)
      }
      firstParameter += levels.count - 1
      if firstParameter > Self.largestParameters { return .failure(.tooLarge) }
    }
    let fitted = keys.indices.map {
      LogisticFit.Cell(
        population: Double(counts[$0].population), participants: Double(counts[$0].participants),
        parameters: parameters[$0])
    }
    return LogisticFit.fit(fitted, order: firstParameter).map { fit in
      ParticipationModel(
        variables: chosen, keys: keys, cells: fitted, fit: fit,
        population: population, participants: participants)
    }
  }

  /// Why the table cannot be modelled; `nil` when it may be, after which no sum overflows.
  private func obstacle(_ chosen: [String]) -> ParticipationObstacle? {
    guard !chosen.isEmpty, Set(chosen).count == chosen.count,
      Set(variables).count == variables.count, Set(variables).isSuperset(of: chosen)
    else { return .unknownVariable }
    guard variables.count <= Self.largestVariables, cells.count <= Self.largestCells else {
      return .tooLarge
    }
    guard cells.allSatisfy({ $0.categories.count == variables.count }) else {
      return .lengthMismatch
    }
    guard Set(cells.map(\.categories)).count == cells.count else { return .duplicateCell }
    guard cells.allSatisfy({ $0.population >= 0 && $0.participants >= 0 }) else {
      return .negativeCount
    }
    guard cells.allSatisfy({ $0.participants <= $0.population }) else { return .dataConflict }
    var population = 0
    for cell in cells {
      // Compared before it is added, since a hostile figure would overflow the sum.
      guard cell.population <= Hypergeometric.largestPopulation - population else {
        return .tooLarge
      }
      population += cell.population
    }
    return nil
  }
}
